import type { ApiModel } from "../../model/model.ts";

/** The vendor's codes by operation, in the order of their numbers. */
export function errorCodes({ operations }: ApiModel): Record<string, Record<number, object>> {
  return Object.fromEntries(
    operations.map(({ operationId, codes }) => [
      operationId,
      Object.fromEntries(
        codes.map(({ code, status, example, summary, when }) => [
          code,
          { when, status: /^\d+$/.test(status) ? Number(status) : status, example, summary },
        ]),
      ),
    ]),
  );
}
