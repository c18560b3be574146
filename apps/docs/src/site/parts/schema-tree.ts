import {
  type Limits,
  type OpenApiDocument,
  type Reference,
  resolve,
  type Schema,
} from "@image-apis/spec";
import { attributes, type Html, html } from "../html.ts";
import { markdown, type OperationLink } from "../markdown.ts";
import { limitList } from "./limits.ts";
import { constraints, description, isBinary, typeName } from "./schema-words.ts";

/** What a tree of properties is drawn with. */
export interface SchemaTreeOptions {
  document: OpenApiDocument;
  operationLink: OperationLink;
  /** Whose schema it is. */
  marks: Record<string, string>;
  /** The documented limits of the body, by part; `""` is the whole body. */
  limits?: Record<string, Limits>;
}

/** A body's schema: what it is, then every property, nested as in the body. */
export function schemaTree(schema: Schema | Reference, options: SchemaTreeOptions): Html {
  const { document, operationLink, marks } = options;
  const resolved = resolve<Schema>(document, schema);
  return html`<div${attributes(marks)} data-type="${typeName(document, resolved)}">
<p class="type">${typeName(document, resolved)}</p>
${markdown(description(resolved), operationLink)}
${constraints(document, resolved)}
${limitsOf("", options)}
${children(resolved, "", options, [resolved])}</div>`;
}

function limitsOf(part: string, { marks, limits }: SchemaTreeOptions): Html {
  const found = limits?.[part];
  return found === undefined ? html`` : limitList({ ...marks, "data-limit-part": part }, found);
}

function children(
  schema: Schema,
  path: string,
  options: SchemaTreeOptions,
  ancestors: Schema[],
): Html {
  if (schema.items !== undefined) {
    const items = resolve<Schema>(options.document, schema.items);
    return isBinary(items) || ancestors.includes(items)
      ? html``
      : children(items, `${path}[]`, options, [...ancestors, items]);
  }
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) return html``;
  return html`<ul class="fields">
${properties.map(([name, node]) => {
  const property = resolve<Schema>(options.document, node);
  const required = schema.required?.includes(name) === true;
  const inner = path === "" ? name : `${path}.${name}`;
  const type = typeName(options.document, property);
  return html`<li data-property="${inner}" data-type="${type}" data-required="${String(required)}">
<code class="name">${name}</code> <span class="type">${type}</span> ${required && html`<span class="required">required</span>`}
${markdown(description(property), options.operationLink)}
${constraints(options.document, property)}
${limitsOf(inner, options)}
${ancestors.includes(property) ? html`<p>As above.</p>` : children(property, inner, options, [...ancestors, property])}</li>
`;
})}</ul>`;
}
