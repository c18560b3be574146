import {
  apiNames,
  type Exchange,
  loadDocument,
  loadExchanges,
  type OpenApiDocument,
  type Operation,
  operations,
} from "@image-apis/spec";

/** One API's document and the exchanges it is judged by: plain data, so that a changed copy is judged alike. */
export interface Contract {
  api: string;
  document: OpenApiDocument;
  exchanges: readonly Exchange[];
}

/** The contracts of all APIs, as `@image-apis/spec` holds them. */
export function loadContracts(): Contract[] {
  return apiNames().map((api) => ({
    api,
    document: loadDocument(api),
    exchanges: loadExchanges(api),
  }));
}

/**
 * Finds the operation an exchange belongs to.
 *
 * @throws Error When the document has no operation of that id.
 */
export function operationFinder({ api, document }: Contract): (exchange: Exchange) => Operation {
  const byId = new Map(operations(document).map((it) => [it.operationId, it]));
  return ({ operationId }) => {
    const operation = byId.get(operationId);
    if (operation !== undefined) return operation;
    throw new Error(`The document of ${api} has no operation "${operationId}".`);
  };
}
