import type { ApiModel } from "../../model/model.ts";
import { statusKey } from "./status.ts";

/** The vendor's codes by operation, in the order of their numbers. */
export function errorCodes({ operations }: ApiModel): Record<string, Record<number, object>> {
  return Object.fromEntries(
    operations.map(({ operationId, codes }) => [
      operationId,
      Object.fromEntries(
        codes.map(({ code, status, example, summary, when }) => [
          code,
          { when, status: statusKey(status), example, summary },
        ]),
      ),
    ]),
  );
}
