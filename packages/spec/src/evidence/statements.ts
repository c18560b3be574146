import { isDeepStrictEqual } from "node:util";
import type { Example, OpenApiDocument, Reference, Schema } from "../document.ts";
import { toPointer } from "../json.ts";
import type { StatementKind } from "./model.ts";

/** A place in a bundle that states something and therefore needs a source. */
export interface StatementPlace {
  pointer: string;
  kind: StatementKind;
}

type Node = Record<string, unknown>;

/**
 * Every statement of a document that needs a source: servers, security schemes, operations, parameters, media
 * types, responses, headers, properties, parts, limits, values, error codes, conditions, examples, links, what is deprecated, and credentials that are not those of the document. A reference
 * is not followed: what it points at is a statement of its own.
 */
export function statementPlaces(document: OpenApiDocument): StatementPlace[] {
  const places: StatementPlace[] = [];
  const add = (kind: StatementKind, ...tokens: string[]) =>
    places.push({ kind, pointer: toPointer(tokens) });

  if (document.externalDocs !== undefined) add("link", "externalDocs");
  document.tags?.forEach((tag, index) => {
    if (tag.externalDocs !== undefined) add("link", "tags", String(index), "externalDocs");
  });
  document.servers.forEach((_, index) => void add("server", "servers", String(index)));
  for (const [path, item] of Object.entries(document.paths)) {
    item.servers?.forEach(
      (_, index) => void add("server", "paths", path, "servers", String(index)),
    );
    for (const [method, operation] of Object.entries(item)) {
      if (!isObject(operation) || !("operationId" in operation)) continue;
      const at = ["paths", path, method];
      add("operation", ...at);
      if ("deprecated" in operation) add("behaviour", ...at, "deprecated");
      if (differs(operation.security, document.security)) add("securityScheme", ...at, "security");
      if ("externalDocs" in operation) add("link", ...at, "externalDocs");
      contents(add, [...at, "requestBody"], operation.requestBody);
      for (const [status, response] of entries(operation.responses)) {
        add("response", ...at, "responses", status);
        responseParts(add, [...at, "responses", status], response);
      }
    }
  }
  const { schemas, parameters, responses, headers, securitySchemes } = document.components;
  for (const name of Object.keys(securitySchemes ?? {})) {
    add("securityScheme", "components", "securitySchemes", name);
  }
  for (const [name, parameter] of Object.entries(parameters ?? {})) {
    const at = ["components", "parameters", name];
    add(parameter.in === "header" ? "header" : "parameter", ...at);
    if ("deprecated" in parameter) add("behaviour", ...at, "deprecated");
    values(add, [...at, "schema"], parameter.schema);
    const { items } = parameter.schema as Schema;
    bounds(add, [...at, "schema"], parameter.schema, isObvious);
    if (items !== undefined) bounds(add, [...at, "schema", "items"], items);
    examples(add, at, parameter.examples);
  }
  for (const [name, header] of Object.entries(headers ?? {})) {
    add("header", "components", "headers", name);
    examples(add, ["components", "headers", name], header.examples);
  }
  for (const [name, response] of Object.entries(responses ?? {})) {
    responseParts(add, ["components", "responses", name], response);
  }
  const forms = formSchemas(document);
  for (const [name, schema] of Object.entries(schemas ?? {})) {
    schemaParts(
      add,
      ["components", "schemas", name],
      schema,
      forms.has(name) ? "part" : "property",
    );
  }
  return places;
}

type Add = (kind: StatementKind, ...tokens: string[]) => void;

function contents(add: Add, at: string[], holder: unknown): void {
  for (const [mediaType, media] of entries(isObject(holder) ? holder.content : undefined)) {
    add("mediaType", ...at, "content", mediaType);
    examples(add, [...at, "content", mediaType], isObject(media) ? media.examples : undefined);
  }
}

function responseParts(add: Add, at: string[], response: unknown): void {
  for (const [name] of entries(isObject(response) ? response.headers : undefined)) {
    add("header", ...at, "headers", name);
  }
  contents(add, at, response);
}

function examples(add: Add, at: string[], held: unknown): void {
  for (const [key, example] of entries(held) as [string, Example][]) {
    add("example", ...at, "examples", key);
    if (example["x-error-code"] !== undefined) {
      add("errorCode", ...at, "examples", key, "x-error-code");
    }
    if (example["x-when"] !== undefined) add("condition", ...at, "examples", key, "x-when");
  }
}

function schemaParts(
  add: Add,
  at: string[],
  schema: Schema | Reference,
  kind: "part" | "property",
): void {
  if ("$ref" in schema) return;
  for (const name of Object.keys((schema as Schema)["x-limits"] ?? {}))
    add("limit", ...at, "x-limits", name);
  values(add, at, schema);
  if ((schema as Schema)["x-limits"] === undefined) bounds(add, at, schema);
  for (const [name, property] of Object.entries((schema as Schema).properties ?? {})) {
    add(kind, ...at, "properties", name);
    schemaParts(add, [...at, "properties", name], property, "property");
  }
  const { items } = schema as Schema;
  if (items !== undefined && "$ref" in items) add("schema", ...at, "items");
  if (items !== undefined) schemaParts(add, [...at, "items"], items, "property");
}

/** Whether an operation is signed in to otherwise than the document says of all; the order makes no difference. */
function differs(own: unknown, all: unknown): boolean {
  if (!Array.isArray(own) || !Array.isArray(all)) return false;
  const alternatives = (list: unknown[]) => list.map((it) => JSON.stringify(it)).sort();
  return !isDeepStrictEqual(alternatives(own), alternatives(all));
}

/** What a schema says about single values. */
function values(add: Add, at: string[], schema: object): void {
  for (const kind of ["enum", "default", "pattern"] as const) {
    if (kind in schema) add(kind, ...at, kind);
  }
  if ("deprecated" in schema) add("behaviour", ...at, "deprecated");
}

/** Of a file, the bounds stand in `x-limits`. The width of a whole number bounds it too. */
function bounds(
  add: Add,
  at: string[],
  schema: object,
  isLeftOut: (bound: string) => boolean = () => false,
): void {
  for (const bound of ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"]) {
    if (bound in schema && !isLeftOut(bound)) add("limit", ...at, bound);
  }
  const { type, format } = schema as Schema;
  if (type === "integer" && format !== undefined) add("limit", ...at, "format");
}

/** That a list of a parameter has an item follows from `required`. */
const isObvious = (bound: string) => bound === "minItems";

/** The component schemas that describe a form: their properties are its parts. */
function formSchemas(document: OpenApiDocument): Set<string> {
  const names = new Set<string>();
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      if (!isObject(operation) || !("requestBody" in operation)) continue;
      const content = (operation.requestBody as { content: Record<string, Node> }).content;
      for (const [mediaType, media] of Object.entries(content)) {
        const schema = media.schema;
        if (!mediaType.startsWith("multipart/") || !isObject(schema)) continue;
        const reference = schema.$ref;
        if (typeof reference === "string")
          names.add(reference.replace("#/components/schemas/", ""));
      }
    }
  }
  return names;
}

function isObject(value: unknown): value is Node {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function entries(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
