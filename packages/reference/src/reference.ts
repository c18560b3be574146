import {
  type ContractOperation,
  filesOf,
  type ParameterValues,
  type ReceivedBody,
} from "@image-apis/http-contract";
import { DocumentedOperation } from "./documented/documented-operation.ts";
import type { Told } from "./documented/explanation.ts";
import { capillaryOperations } from "./handlers/capillary/capillary.ts";
import type { ReferenceContext } from "./handlers/context.ts";
import type { CallContext } from "./handlers/handler.ts";
import { superofficeOperations } from "./handlers/superoffice/superoffice.ts";
import { timesOf } from "./handlers/times.ts";
import { type HandledBody, handledBody } from "./request/handled-body.ts";
import { parameterReader, type TypedParameters } from "./request/typed-parameters.ts";
import type { FileKind, StoredBytes, StoredFile } from "./store/files.ts";

/** A documented response, whatever the operation. */
export type AnyResponse = Told<{
  readonly status: number;
  /** `undefined` where one is documented, or none. */
  readonly mediaType?: string;
  /** A value of the document's schema, or the bytes of an image; `undefined` for a response without a body. */
  readonly body?: unknown | StoredFile | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}>;

/** One operation, for a server that knows requests by their documents. */
export interface ServedOperation {
  /** What the files of its body are; `undefined` for an operation that takes none. */
  readonly stores: FileKind | undefined;
  /**
   * The refusal of a request that names something that is not there; a server asks before it reads the body.
   *
   * @throws UndocumentedError where the document has no response for it.
   */
  missing(texts: ParameterValues): Promise<AnyResponse | undefined>;
  /**
   * Carries out a request that keeps every rule of the document.
   *
   * @throws UndocumentedError, or StoreFullError. Then nothing has changed, and the files of the body are the caller's to
   * give up.
   */
  handle(
    texts: ParameterValues,
    body: ReceivedBody<StoredBytes>,
    call?: CallContext,
  ): Promise<AnyResponse>;
}

/** The types of each operation are erased here: requests were held against the documents that they are made of. */
interface ErasedOperation {
  stores?: FileKind;
  missing?(rows: unknown, request: TypedParameters): Promise<AnyResponse | undefined>;
  handle(
    request: TypedParameters & { body: HandledBody | undefined },
    call?: CallContext,
  ): Promise<AnyResponse>;
}

type Factories = Readonly<Record<string, (context: never) => unknown>>;

/** By API. What is not here is served from its examples. */
const factories: Readonly<Record<string, Factories>> = {
  capillary: capillaryOperations,
  superoffice: superofficeOperations,
};

/**
 * What a described operation does over a store; `undefined` for one that was added to the documents alone.
 *
 * @param all the operations that are described; of other APIs as well.
 */
export function servedOperation(
  described: ContractOperation,
  context: ReferenceContext,
): ServedOperation | undefined {
  const { api, document, operation } = described;
  const make = own(own(factories, api), operation.operationId);
  if (make === undefined) return undefined;
  const documented = () => new DocumentedOperation(described);
  const all = { ...context, documented, times: timesOf(api, [described]) };
  const { stores, missing, handle } = make(all as never) as ErasedOperation;
  const values = parameterReader(document, operation);
  return {
    stores,
    missing: async (texts) => missing && context.store.read((rows) => missing(rows, values(texts))),
    async handle(texts, body, call) {
      const handled = await handledBody(document, operation, body);
      const response = await handle({ ...values(texts), body: handled }, call);
      // What was refused names none of its files.
      if (response.explanation !== undefined) {
        await context.store.discard(filesOf(body).flatMap(({ stored }) => stored ?? []));
      }
      return response;
    },
  };
}

/** A value of an object's own; `constructor` is the name of an operation like any other. */
function own<Value>(values: Readonly<Record<string, Value>> = {}, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
