import type { Uploadable } from "./uploadable.ts";

/** The part of the generated `operations` that a server is made of. */
interface WireOperation {
  parameters: { path?: unknown; query?: unknown; header?: unknown; cookie?: unknown };
  requestBody?: unknown;
  responses: unknown;
}

/** A body as it arrived: what a client may send as any kind of file is what the server has stored of it. */
type Arrived<Body, StoredFile> = [Body] extends [Uploadable]
  ? StoredFile
  : Body extends readonly (infer Item)[]
    ? Arrived<Item, StoredFile>[]
    : Body extends object
      ? { [Name in keyof Body]: Arrived<Body[Name], StoredFile> }
      : Body;

/** The media type of a body, and what it holds. */
type ArrivedBody<RequestBody, StoredFile> =
  NonNullable<RequestBody> extends { content: infer Content }
    ? {
        [Type in keyof Content]: {
          mediaType: Type extends `${infer Kind}/*` ? `${Kind}/${string}` : Type;
          content: Arrived<Content[Type], StoredFile>;
        };
      }[keyof Content]
    : undefined;

/** What a handler is asked, read and checked. `body` is undefined only where a request may come without one. */
export interface HandledRequest<Operation extends WireOperation, StoredFile> {
  path: NonNullable<Operation["parameters"]["path"]>;
  query: NonNullable<Operation["parameters"]["query"]>;
  header: NonNullable<Operation["parameters"]["header"]>;
  cookie: NonNullable<Operation["parameters"]["cookie"]>;
  body:
    | ArrivedBody<Operation["requestBody"], StoredFile>
    | (undefined extends Operation["requestBody"] ? undefined : never);
}

/** A file in a response: one that is stored, or bytes. */
type SentBody<Body, StoredFile> = [Body] extends [Blob] ? StoredFile | Uint8Array : Body;

/** A documented status; `4XX` and `default` leave the number to the handler. */
type StatusOf<Status> = Status extends number ? Status : number;

/** One of the documented responses of an operation. */
export type HandledResponse<Operation extends WireOperation, StoredFile> = {
  [Status in keyof Operation["responses"]]: Operation["responses"][Status] extends {
    content: infer Content extends object;
  }
    ? {
        [Type in keyof Content]: {
          status: StatusOf<Status>;
          /** Needed where several are documented. */
          mediaType?: Type;
          body: SentBody<Content[Type], StoredFile>;
          headers?: Readonly<Record<string, string>>;
        };
      }[keyof Content]
    : { status: StatusOf<Status>; headers?: Readonly<Record<string, string>> };
}[keyof Operation["responses"]];

/**
 * A server of an API: a handler for every operation, by operationId; one that is missing, or that answers what the
 * document does not describe, does not compile.
 *
 * @typeParam Operations The generated `operations` of the API.
 * @typeParam StoredFile What a server has of a file that arrived. Bodies are streams: it is never the bytes themselves.
 */
export type Handlers<Operations, StoredFile> = {
  [Id in keyof Operations]: Operations[Id] extends WireOperation
    ? (
        request: HandledRequest<Operations[Id], StoredFile>,
      ) => Promise<HandledResponse<Operations[Id], StoredFile>>
    : never;
};
