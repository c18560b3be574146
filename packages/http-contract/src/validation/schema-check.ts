import type { Json, MediaType, OpenApiDocument, Schema } from "@image-apis/spec";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** One validator ends at the first fault, the other finds them all, which takes their number squared. */
const [first, all] = [false, true].map((allErrors) => {
  const ajv = new Ajv2020({ strict: false, allErrors, validateFormats: true });
  formats.default(ajv);
  return { ajv, compiled: new WeakMap<object, ValidateFunction>() };
}) as [Validators, Validators];

/** Schemas are compiled once for each media type of each generation of documents. */
interface Validators {
  ajv: Ajv2020;
  compiled: WeakMap<object, ValidateFunction>;
}

/** Of a body of more values than this, lists and objects included, the first fault is told. */
const maxValues = 1000;

/** A rule of its schema that a value breaks. */
export interface SchemaFault {
  /** Where in the value, as a JSON pointer; `""` for all of it. */
  pointer: string;
  /** Such as `must be string`. */
  message: string;
}

/** The rules of its schema that a body breaks, in words; none where the document has no schema for it. */
export function schemaViolations(
  document: OpenApiDocument,
  media: MediaType | undefined,
  body: Json,
): string[] {
  return schemaFaults(document, media, body).map(
    ({ pointer, message }) => `${pointer === "" ? "The body" : pointer} ${message}.`,
  );
}

/** The same, each with its place. */
export function schemaFaults(
  document: OpenApiDocument,
  media: MediaType | undefined,
  body: Json,
): SchemaFault[] {
  if (media?.schema === undefined) return [];
  const found = faults(first, document, media, media.schema, body);
  if (found.length === 0 || hasMoreValues(body)) return found;
  return faults(all, document, media, media.schema, body);
}

function faults(
  { ajv, compiled }: Validators,
  { components }: OpenApiDocument,
  media: MediaType,
  schema: Schema | { $ref: string },
  body: Json,
): SchemaFault[] {
  // The components travel along, so that references into them lead somewhere.
  const validate = compiled.get(media) ?? ajv.compile({ components, allOf: [schema] });
  compiled.set(media, validate);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = "must be valid" }) => ({
    pointer: instancePath,
    message,
  }));
}

/** Whether a body has more values than all of its faults are looked for in. */
function hasMoreValues(body: Json): boolean {
  const waiting = [body];
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
