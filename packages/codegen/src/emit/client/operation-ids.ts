import type { ApiModel } from "../../model/model.ts";
import { commonHeader } from "../text.ts";

/** An operation as everything that is about all APIs names it: `<api>/<operationId>`. */
export function fullId(api: string, operationId: string): string {
  return `${api}/${operationId}`;
}

/** `operation-ids.ts`: the operations of all APIs, and those that one API alone has, by their own names. */
export function operationIdsFile(apis: readonly ApiModel[]): string {
  const all = apis.flatMap(({ api, operations }) =>
    operations.map(({ operationId }) => ({ api, operationId, id: fullId(api, operationId) })),
  );
  const unique = all.filter(
    (it) => all.filter(({ operationId }) => operationId === it.operationId).length === 1,
  );
  return `${commonHeader}
/** Every documented operation, with its API. */
export type FullOperationId =
${all.map(({ id }) => `  | ${JSON.stringify(id)}\n`).join("")}  ;

/** The operations whose name no other API has. */
export const operationIds = {
${unique.map(({ operationId, id }) => `  ${operationId}: ${JSON.stringify(id)},\n`).join("")}} as const;
`;
}
