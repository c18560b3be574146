import { type OpenApiDocument, operations } from "@image-apis/spec";
import { errorCodes } from "./error-codes.ts";

/** Adds the vendor's codes to the description of every operation that has some. */
export function describeErrorCodes(source: OpenApiDocument): OpenApiDocument {
  const document = structuredClone(source);
  const codesByOperation = errorCodes(source);
  for (const { operationId, path, method } of operations(source)) {
    const codes = Object.entries(codesByOperation[operationId] ?? {});
    const operation = document.paths[path]?.[method];
    if (operation === undefined || codes.length === 0) continue;
    const list = codes.map(([code, { when }]) => `${code} (${when.join(", ")})`).join("; ");
    operation.description = `${operation.description.trimEnd()}\n\n**Error codes.** ${list}.`;
  }
  return document;
}
