import type { Limits } from "@image-apis/spec";
import type { ApiModel } from "../../model/model.ts";

/** The documented limits by operation, media type of the body and part, from `x-limits`. */
export function limits({
  operations,
}: ApiModel): Record<string, Record<string, Record<string, Limits>>> {
  return Object.fromEntries(
    operations.map(({ operationId, body }) => [
      operationId,
      Object.fromEntries(
        (body?.contents ?? [])
          .filter(({ limits }) => Object.keys(limits).length > 0)
          .map(({ mediaType, limits }) => [mediaType, limits]),
      ),
    ]),
  );
}
