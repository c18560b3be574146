import { type OpenApiDocument, resolve, type Schema } from "@image-apis/spec";
import { type Html, html } from "../html.ts";

/** Everything the pages can say about a schema. */
const known = new Set([
  ...["type", "format", "description", "properties", "required", "items", "additionalProperties"],
  ...["enum", "const", "default", "pattern", "minimum", "maximum", "minLength", "maxLength"],
  ...["minItems", "maxItems", "xml", "x-limits", "contentMediaType"],
]);

/** The type of a value in words: `array of integer (int32)`. */
export function typeName(document: OpenApiDocument, schema: Schema): string {
  failOnUnknownKeywords(schema);
  if (isBinary(schema)) return "file (bytes)";
  const types = [schema.type ?? "any value"].flat();
  const words = types.map((type) => {
    if (type !== "array" || schema.items === undefined) return type;
    return `array of ${typeName(document, resolve<Schema>(document, schema.items))}`;
  });
  return words.join(" or ") + (schema.format === undefined ? "" : ` (${schema.format})`);
}

/** Whether a value is a file's bytes and not text. */
export function isBinary(schema: Schema): boolean {
  return schema.format === "binary";
}

/** What a schema says about itself, in Markdown. */
export function description(schema: Schema): string | undefined {
  return typeof schema.description === "string" ? schema.description : undefined;
}

/** What a schema allows beside its type, one line each. */
export function constraints(document: OpenApiDocument, schema: Schema): Html {
  const items = schema.items && resolve<Schema>(document, schema.items);
  const lines = [
    ...ownConstraints(schema),
    ...(items ? ownConstraints(items).map((line) => html`each ${line}`) : []),
  ];
  if (lines.length === 0) return [];
  return html`<ul class="constraints">
${lines.map((line) => html`<li>${line}</li> `)}</ul>`;
}

function ownConstraints(schema: Schema): Html[] {
  const lines: Html[] = [];
  if (Array.isArray(schema.enum)) {
    lines.push(html`one of ${schema.enum.map((value) => html`${json(value)} `)}`);
  }
  if (schema.const !== undefined) lines.push(html`always ${json(schema.const)}`);
  if (schema.default !== undefined) lines.push(html`by default ${json(schema.default)}`);
  if (schema.pattern !== undefined) {
    lines.push(html`matches <code>${String(schema.pattern)}</code>`);
  }
  range(lines, "value", schema.minimum, schema.maximum);
  range(lines, "length", schema.minLength, schema.maxLength);
  range(lines, "number of items", schema.minItems, schema.maxItems);
  if (schema.additionalProperties === true) lines.push(html`more properties may be present`);
  return lines;
}

function range(lines: Html[], what: string, from: unknown, to: unknown): void {
  if (from !== undefined && to !== undefined) {
    lines.push(html`${what} from ${Number(from)} to ${Number(to)}`);
  } else if (from !== undefined) lines.push(html`${what} at least ${Number(from)}`);
  else if (to !== undefined) lines.push(html`${what} at most ${Number(to)}`);
}

function json(value: unknown): Html {
  return html`<code>${JSON.stringify(value)}</code>`;
}

/** A page that left a keyword out would be wrong in silence. */
function failOnUnknownKeywords(schema: Schema): void {
  const unknown = Object.keys(schema).filter((keyword) => !known.has(keyword));
  if (unknown.length === 0) return;
  const where = description(schema) ?? "a schema without a description";
  throw new Error(
    `The operation pages cannot show ${unknown.join(", ")} ("${where}"). Teach src/site/parts/schema-words.ts to say it.`,
  );
}
