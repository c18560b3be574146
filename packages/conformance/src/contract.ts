import {
  apiNames,
  type Exchange,
  loadDocument,
  loadExchanges,
  loadOverlay,
  loadRefusals,
  type OpenApiDocument,
  type Operation,
  type Overlay,
  operations,
  type Refusal,
} from "@image-apis/spec";

/** One API's document and the exchanges it is judged by: plain data, so that a changed copy is judged alike. */
export interface Contract {
  api: string;
  document: OpenApiDocument;
  exchanges: readonly Exchange[];
  /** Requests of our own that break a rule of the document; none when left out. */
  refusals?: readonly Refusal[];
  /** Our own additions to the document: which values vary from server to server, for example. */
  overlay?: Overlay | undefined;
}

/** The contracts of all APIs, as `@image-apis/spec` holds them. */
export function loadContracts(): Contract[] {
  return apiNames().map((api) => ({
    api,
    document: loadDocument(api),
    exchanges: loadExchanges(api),
    refusals: loadRefusals(api),
    overlay: loadOverlay(api),
  }));
}

/**
 * Finds the operation an exchange or a refusal belongs to.
 *
 * @throws Error When the document has no operation of that id.
 */
export function operationFinder({
  api,
  document,
}: Contract): (of: { operationId: string }) => Operation {
  const byId = new Map(operations(document).map((it) => [it.operationId, it]));
  return ({ operationId }) => {
    const operation = byId.get(operationId);
    if (operation !== undefined) return operation;
    throw new Error(`The document of ${api} has no operation "${operationId}".`);
  };
}
