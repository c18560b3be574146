import { formats, schemaValidator } from "@image-apis/http-contract";
import type { Schema } from "@image-apis/spec";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { ApiModel } from "../model/model.ts";
import { fullId } from "./client/operation-ids.ts";

/**
 * Writes a module that exports `validators`, by operation (with its API) and status. It still imports Ajv's helpers
 * where a schema needs them.
 *
 * @param allErrors Whether a validator finds every error, which takes their number squared, or ends at the first.
 * @throws Error When a schema has a keyword that is not known here.
 */
export function validatorCode(apis: readonly ApiModel[], allErrors: boolean): string {
  const ajv = schemaValidator("own", { allErrors, code: { source: true, esm: true } });
  const exports: Record<string, string> = {};
  const table: Record<string, string[]> = {};
  apis.forEach((api, index) => {
    const root = `document:/${index}`;
    const { definitions, responses } = responseSchemas(api);
    ajv.addSchema({ $id: root, $defs: portable(definitions, root) });
    for (const { id, status, definition } of responses) {
      const schema = `${root}#/$defs/${encodeURIComponent(definition)}`;
      const known = Object.keys(exports).find((name) => exports[name] === schema);
      const name = known ?? `validator${Object.keys(exports).length}`;
      exports[name] = schema;
      table[id] = [...(table[id] ?? []), `${JSON.stringify(status)}: ${name}`];
    }
  });
  const operations = Object.entries(table).map(
    ([id, lines]) => `${JSON.stringify(id)}: { ${lines.join(", ")} },\n`,
  );
  return `${standaloneCode.default(ajv, exports)}
export const validators = {
${operations.join("")}};
`;
}

/** The documented JSON responses, and the schemas they are held against: the components, and those in place. */
function responseSchemas({ api, document, operations }: ApiModel) {
  const definitions: Record<string, Schema | { $ref: string }> = {
    ...document.components.schemas,
  };
  const responses = operations.flatMap(({ operationId, responses }) =>
    responses.flatMap(({ status, contents }) => {
      const content = contents.find(({ kind }) => kind === "json");
      if (content === undefined || Object.keys(content.schema).length === 0) return [];
      const definition = content.component ?? `${operationId} ${status}`;
      definitions[definition] ??= content.schema;
      return [{ id: fullId(api, operationId), status, definition }];
    }),
  );
  return { definitions, responses };
}

/** Formats that are regular expressions: a function cannot be written into a module. Others say nothing here. */
function isPattern(name: string): boolean {
  const format = formats[name];
  return format instanceof RegExp;
}

/**
 * A schema that stands on its own. Integer widths become ranges, for a format of numbers is a function, which cannot
 * be written into a module. An int64 keeps its type alone: JSON.parse has rounded what lies beyond 2^53, so there is
 * nothing exact to compare.
 */
function portable(node: unknown, root: string): unknown {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map((item) => portable(item, root));
  const entries = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    if (key.startsWith("x-")) return [];
    if (key === "$ref" && typeof value === "string") {
      return [[key, value.replace("#/components/schemas/", `${root}#/$defs/`)]];
    }
    if (key !== "format" || typeof value !== "string") return [[key, portable(value, root)]];
    if (value === "int32") {
      return [
        ["minimum", -(2 ** 31)],
        ["maximum", 2 ** 31 - 1],
      ];
    }
    return isPattern(value) ? [[key, value]] : [];
  });
  // A narrower range that stands in the document wins over that of the width.
  const { minimum, maximum } = node as { minimum?: unknown; maximum?: unknown };
  return {
    ...Object.fromEntries(entries),
    ...(typeof minimum === "number" && { minimum }),
    ...(typeof maximum === "number" && { maximum }),
  };
}
