import type { Json, MediaType, OpenApiDocument, Reference, Schema } from "@image-apis/spec";
import { type DocumentSchemas, declaredSchemas, type SchemaFault } from "./document-schemas.ts";

interface Checks {
  /** Ends at the first fault. */
  first: DocumentSchemas;
  /** Finds every fault, which takes their number squared. */
  all: DocumentSchemas;
}

/** For each generation of documents. */
const known = new WeakMap<OpenApiDocument, Checks>();

/** Of a value of more values than this, lists and objects included, the first fault is told. */
const maxValues = 1000;

/** The rules of a schema of a document that a value breaks. */
export function schemaFaults(
  document: OpenApiDocument,
  schema: Schema | Reference,
  value: unknown,
): SchemaFault[] {
  const { first, all } = checksOf(document);
  const found = first.faults(schema, value);
  if (found.length === 0 || hasMoreValues(value)) return found;
  return all.faults(schema, value);
}

/** The rules of its schema that a body breaks, in words; none where the document has no schema for it. */
export function schemaViolations(
  document: OpenApiDocument,
  media: MediaType | undefined,
  body: Json,
): string[] {
  if (media?.schema === undefined) return [];
  return schemaFaults(document, media.schema, body).map(
    ({ pointer, message }) => `${pointer === "" ? "The body" : pointer} ${message}.`,
  );
}

function checksOf(document: OpenApiDocument): Checks {
  const found = known.get(document);
  if (found !== undefined) return found;
  const checks = {
    first: declaredSchemas(document, "any", false),
    all: declaredSchemas(document, "any"),
  };
  known.set(document, checks);
  return checks;
}

/** Whether a value has more values than all of its faults are looked for in. */
function hasMoreValues(value: unknown): boolean {
  const waiting = [value];
  for (let count = 0; count < maxValues; count += 1) {
    const value = waiting.pop();
    if (value === undefined) return false;
    if (value === null || typeof value !== "object") continue;
    const inside = Object.values(value);
    if (inside.length > maxValues) return true;
    waiting.push(...inside);
  }
  return waiting.length > 0;
}
