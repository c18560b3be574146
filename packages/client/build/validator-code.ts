import type { OpenApiDocument } from "@image-apis/spec";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { fastFormats, fullFormats } from "ajv-formats/dist/formats.js";
import { responseSchemas } from "./response-schemas.ts";

/**
 * Writes a module that exports `validators`, by operation and status. It still imports Ajv's helpers where a schema
 * needs them.
 *
 * @throws Error When a schema has a keyword or a format that is not known here.
 */
export function validatorCode(documents: readonly OpenApiDocument[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
    formats: {
      uuid: pattern(fullFormats.uuid),
      "date-time": pattern(fastFormats["date-time"]),
    },
  }).addVocabulary(["xml"]);

  const exports: Record<string, string> = {};
  const table: Record<string, string[]> = {};
  documents.forEach((document, index) => {
    const idOf = (reference: string) => `document:/${index}${reference.replace(/^#/, "")}`;
    for (const [name, schema] of Object.entries(document.components.schemas ?? {})) {
      ajv.addSchema(portable(schema, idOf) as object, idOf(`#/components/schemas/${name}`));
    }
    for (const { operationId, status, reference } of responseSchemas(document)) {
      const id = idOf(reference);
      const known = Object.keys(exports).find((name) => exports[name] === id);
      const name = known ?? `validator${Object.keys(exports).length}`;
      exports[name] = id;
      table[operationId] = [...(table[operationId] ?? []), `${status}: ${name}`];
    }
  });
  const operations = Object.entries(table).map(
    ([id, lines]) => `${id}: { ${lines.join(", ")} },\n`,
  );
  return `${standaloneCode.default(ajv, exports)}
export const validators = {
${operations.join("")}};
`;
}

function pattern(format: unknown): RegExp {
  const { validate } = (format instanceof RegExp ? { validate: format } : format) as {
    validate?: unknown;
  };
  if (validate instanceof RegExp) return validate;
  throw new Error("Only a format that is a regular expression can be written into a module.");
}

/**
 * A schema that stands on its own. Integer widths become ranges, for a format of numbers is a function, which cannot
 * be written into a module. An int64 keeps its type alone: JSON.parse has rounded what lies beyond 2^53, so there is
 * nothing exact to compare.
 */
function portable(node: unknown, idOf: (reference: string) => string): unknown {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map((item) => portable(item, idOf));
  const { format, $ref, ...rest } = node as { format?: unknown; $ref?: unknown };
  const entries = Object.entries(rest).map(([key, value]) => [key, portable(value, idOf)]);
  return {
    ...Object.fromEntries(entries),
    ...(typeof $ref === "string" && { $ref: idOf($ref) }),
    ...(format === "int32" && { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }),
    ...(format !== undefined && format !== "int32" && format !== "int64" && { format }),
  };
}
