import type {
  MediaType,
  OpenApiDocument,
  OperationObject,
  Reference,
  Schema,
} from "@image-apis/spec";
import { resolve } from "@image-apis/spec";
import { isBareString, isBinary, isText, isUntyped, mapSubschemas } from "./schema.ts";

/** The TypeScript type of a file: what a client may send, or what an answer brings. */
export type BinaryType = "Uploadable" | "Blob";

/** The keyword that `markBinaries` leaves on every binary schema; its value is a `BinaryType`. */
export const binaryKeyword = "x-binary";

/**
 * Gives every binary schema `type: string` and an `x-binary` that names its TypeScript type. openapi-typescript
 * passes over schemas without a type, and would call the rest `string`. A schema that holds a file is written out
 * where it is used, because one component may serve requests and answers alike.
 */
export function markBinaries(source: OpenApiDocument): OpenApiDocument {
  const document = structuredClone(source);
  const { schemas = {}, responses = {} } = document.components;
  const sentOnly = schemasOnlySent(source);

  for (const operation of operationObjects(document)) {
    markContent(source, operation.requestBody?.content, "Uploadable");
    for (const response of Object.values(operation.responses)) {
      if (!("$ref" in response)) markContent(source, response.content, "Blob");
    }
  }
  for (const response of Object.values(responses)) markContent(source, response.content, "Blob");
  for (const [name, schema] of Object.entries(schemas)) {
    const type = sentOnly.has(name) ? "Uploadable" : "Blob";
    schemas[name] = mark(source, schema, type, "form", [`#/components/schemas/${name}`]);
  }
  return document;
}

function markContent(
  document: OpenApiDocument,
  content: Record<string, MediaType> | undefined,
  type: BinaryType,
): void {
  for (const [mediaType, media] of Object.entries(content ?? {})) {
    const schema = resolve<Schema>(document, media.schema ?? {});
    if (!isText(mediaType) && (isUntyped(schema) || isBareString(schema))) {
      media.schema = asBinary(schema, type);
    } else if (media.schema !== undefined) {
      media.schema = mark(document, media.schema, type, isForm(mediaType) ? "form" : "other");
    }
  }
}

/** A part of a form without a type is a file by the rules of OpenAPI 3.1; elsewhere it is any value. */
type Place = "form" | "part" | "other";

function mark<Node extends Schema | Reference>(
  document: OpenApiDocument,
  node: Node,
  type: BinaryType,
  place: Place,
  trail: readonly string[] = [],
): Node | Schema {
  if (isReference(node)) {
    if (trail.includes(node.$ref)) return node;
    const target = resolve<Schema>(document, node);
    const written = mark(document, target, type, place, [...trail, node.$ref]);
    return holdsBinary(written) ? written : node;
  }
  const schema: Schema = node;
  if (isBinary(schema) || (place === "part" && isUntyped(schema))) return asBinary(schema, type);
  return mapSubschemas(schema, (child, keyword) => {
    const isPart =
      (place === "form" && keyword === "properties") || (place === "part" && keyword === "items");
    return mark(document, child, type, isPart ? "part" : "other", trail);
  });
}

function asBinary(schema: Schema, type: BinaryType): Schema {
  return { ...schema, type: schema.type ?? "string", [binaryKeyword]: type };
}

function holdsBinary(node: unknown): boolean {
  if (node === null || typeof node !== "object") return false;
  return binaryKeyword in node || Object.values(node).some(holdsBinary);
}

/** The names of the schemas that requests use and answers do not. */
function schemasOnlySent(document: OpenApiDocument): Set<string> {
  const operations = operationObjects(document);
  const sent = reachable(
    document,
    operations.map((operation) => operation.requestBody),
  );
  const received = reachable(
    document,
    operations.map((operation) => operation.responses),
  );
  return new Set([...sent].filter((name) => !received.has(name)));
}

function reachable(
  document: OpenApiDocument,
  node: unknown,
  names = new Set<string>(),
): Set<string> {
  if (node === null || typeof node !== "object") return names;
  if (isReference(node)) {
    const name = node.$ref.replace("#/components/schemas/", "");
    if (!names.has(name)) reachable(document, resolve(document, node), names.add(name));
    return names;
  }
  for (const child of Object.values(node)) reachable(document, child, names);
  return names;
}

function operationObjects(document: OpenApiDocument): OperationObject[] {
  return Object.values(document.paths).flatMap((item) =>
    (Object.values(item) as unknown[]).filter(isOperation),
  );
}

function isOperation(value: unknown): value is OperationObject {
  return value !== null && typeof value === "object" && "operationId" in value;
}

function isReference(node: object): node is Reference {
  return "$ref" in node && typeof node.$ref === "string";
}

function isForm(mediaType: string): boolean {
  return /^multipart\//i.test(mediaType);
}
