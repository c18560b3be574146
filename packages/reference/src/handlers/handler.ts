import type { HandledRequest, HandledResponse } from "@image-apis/types";
import type { DocumentedOperation } from "../documented/documented-operation.ts";
import type { Told } from "../documented/explanation.ts";
import type { FileKind, StoredFile } from "../store/files.ts";
import type { Rows } from "../store/store.ts";

/** One of the generated `operations`. */
export interface WireOperation {
  parameters: { path?: unknown; query?: unknown; header?: unknown; cookie?: unknown };
  requestBody?: unknown;
  responses: unknown;
}

/** One of the documented responses of an operation. */
export type ReferenceResponse<Operation extends WireOperation> = Told<
  HandledResponse<Operation, StoredFile>
>;

/** A request whose body has not been read. */
export type RequestHead<Operation extends WireOperation> = Omit<
  HandledRequest<Operation, StoredFile>,
  "body"
>;

/** What a handler may ask of the request beyond what the document describes. */
export interface CallContext {
  /** Whether the client takes a response of this media type. */
  accepts(mediaType: string): boolean;
}

/** What one operation does. */
export interface ReferenceOperation<Operation extends WireOperation> {
  /** What the files of its body are; left out for an operation that takes none. */
  readonly stores?: FileKind;
  /**
   * The refusal of a request that names something that is not there. A server asks before it reads a body; `handle` asks
   * again, in its own transaction.
   */
  readonly missing?: (
    rows: Rows,
    request: RequestHead<Operation>,
  ) => Promise<ReferenceResponse<Operation> | undefined>;
  /** Carries out a request that keeps every rule of the document. */
  readonly handle: (
    request: HandledRequest<Operation, StoredFile>,
    call?: CallContext,
  ) => Promise<ReferenceResponse<Operation>>;
}

/** What makes each operation of an API, by operationId: one that is missing does not compile. */
export type ReferenceOperations<Operations, Context> = {
  readonly [Id in keyof Operations]: Operations[Id] extends WireOperation
    ? (context: Context) => ReferenceOperation<Operations[Id]>
    : never;
};

/** What the document says about an operation, in its own types. */
export type Documented<Operation extends WireOperation> = DocumentedOperation<
  HandledResponse<Operation, StoredFile>
>;
