import { bodyLimits, type Limits, type OpenApiDocument, operations } from "@image-apis/spec";

/** The documented limits by operation, media type of the body and part, from `x-limits`. */
export function limits(
  document: OpenApiDocument,
): Record<string, Record<string, Record<string, Limits>>> {
  return Object.fromEntries(
    operations(document).map(({ operationId, requestBody }) => [
      operationId,
      Object.fromEntries(
        Object.entries(requestBody?.content ?? {})
          .map(([mediaType, media]) => [mediaType, bodyLimits(document, media)] as const)
          .filter(([, parts]) => Object.keys(parts).length > 0),
      ),
    ]),
  );
}
