import type { ContractOperation } from "@image-apis/http-contract";
import type { HandledResponse } from "@image-apis/types";
import { DocumentedOperation } from "../documented/documented-operation.ts";
import type { Documented, WireOperation } from "../handlers/handler.ts";
import type { StoredFile } from "../store/files.ts";

/** The operations of one API that a start is made of; `undefined` for one that is not described. */
export type DescribedApi<Operations> = {
  readonly [Id in keyof Operations]?: Operations[Id] extends WireOperation
    ? Documented<Operations[Id]>
    : never;
};

/** Finds what is described of an API. */
export function describedApi<Operations extends object>(
  api: string,
  all: readonly ContractOperation[],
): DescribedApi<Operations> {
  const own = all.filter((it) => it.api === api);
  const documented = own.map((it): [string, unknown] => [
    it.operation.operationId,
    new DocumentedOperation<HandledResponse<WireOperation, StoredFile>>(it),
  ]);
  // The ids are those of the document that the types are made of.
  return Object.fromEntries(documented) as DescribedApi<Operations>;
}
