import { resolve, type Schema } from "@image-apis/spec";
import type { ParameterValues } from "../head/parameters.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";

/**
 * The media type of an image that a query parameter asks for, as `type=GIF` does. Such a parameter is known by its
 * values: each is the subtype of an image that the operation answers with.
 *
 * @returns `undefined` where no parameter asks for one.
 */
export function askedFormat(
  { document, operation, binaryTypes }: ContractOperation,
  { query }: ParameterValues,
): string | undefined {
  for (const { name, in: place, schema } of operation.parameters) {
    const [value] = (place === "query" && query[name]) || [];
    if (value === undefined) continue;
    const values = resolve<Schema>(document, schema).enum;
    const formats = Array.isArray(values) ? values.map(mediaType) : [];
    if (formats.length > 0 && formats.every((format) => binaryTypes.has(format)))
      return mediaType(value);
  }
  return undefined;
}

function mediaType(format: unknown): string {
  return `image/${String(format).toLowerCase()}`;
}
