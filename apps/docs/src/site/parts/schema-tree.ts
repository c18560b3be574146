import {
  type Limits,
  type OpenApiDocument,
  type Reference,
  resolve,
  type Schema,
  toPointer,
} from "@image-apis/spec";
import { type Html, html } from "../html.ts";
import { markdown, type WordLink } from "../markdown.ts";
import { limitList } from "./limits.ts";
import { constraints, description, isBinary, typeName } from "./schema-words.ts";

/** What a tree of properties is drawn with. */
export interface SchemaTreeOptions {
  document: OpenApiDocument;
  wordLink: WordLink;
  /** Whose schema it is. */
  marks: Record<string, string>;
  /** The documented limits of the body, by part; `""` is the whole body. */
  limits?: Record<string, Limits>;
  /** Where the schema stands in the document. */
  pointer: string;
  evidence: (pointer: string) => Html;
}

/** A body's schema: what it is, then every property, nested as in the body. */
export function schemaTree(schema: Schema | Reference, options: SchemaTreeOptions): Html {
  const { document, wordLink, marks } = options;
  const resolved = resolve<Schema>(document, schema);
  return html`<div ...${marks} data-type="${typeName(document, resolved)}">
<p class="type">${typeName(document, resolved)}${options.evidence(options.pointer)}</p>
${markdown(description(resolved), wordLink)}
${constraints(document, resolved)}
${limitsOf("", options.pointer, options)}
${children(resolved, "", options.pointer, options, [resolved])}</div>`;
}

function limitsOf(part: string, pointer: string, options: SchemaTreeOptions): Html {
  const found = options.limits?.[part];
  if (found === undefined) return [];
  const marks = { ...options.marks, "data-limit-part": part };
  return limitList(marks, found, (limit) => options.evidence(`${pointer}/x-limits/${limit}`));
}

function children(
  schema: Schema,
  path: string,
  pointer: string,
  options: SchemaTreeOptions,
  ancestors: Schema[],
): Html {
  if (schema.items !== undefined) {
    const items = resolve<Schema>(options.document, schema.items);
    return isBinary(items) || ancestors.includes(items)
      ? []
      : children(items, `${path}[]`, `${pointer}/items`, options, [...ancestors, items]);
  }
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) return [];
  return html`<ul class="fields">
${properties.map(([name, node]) => {
  const property = resolve<Schema>(options.document, node);
  const required = schema.required?.includes(name) === true;
  const inner = path === "" ? name : `${path}.${name}`;
  const type = typeName(options.document, property);
  const at = pointer + toPointer(["properties", name]);
  return html`<li data-property="${inner}" data-type="${type}" data-required="${String(required)}">
<code class="name">${name}</code> <span class="type">${type}</span> ${required && html`<span class="required">required</span>`}${options.evidence(at)}
${markdown(description(property), options.wordLink)}
${constraints(options.document, property)}
${limitsOf(inner, at, options)}
${ancestors.includes(property) ? html`<p>As above.</p>` : children(property, inner, at, options, [...ancestors, property])}</li> `;
})}</ul>`;
}
