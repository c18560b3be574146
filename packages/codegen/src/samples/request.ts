import type { Json } from "@image-apis/spec";

/** A request as every language shows it: plain data, without anything of one language or one API. */
export interface SampleRequest {
  /** The folder of the API below `spec/`. */
  api: string;
  operationId: string;
  /** The name of the exchange it sends. */
  exchange: string;
  /** In capitals. */
  method: string;
  /** The whole address, with the query, encoded. */
  url: string;
  /** The credentials of HTTP Basic. */
  basic: { username: string; password: string } | undefined;
  /** Every other header but `Content-Type`, in the order in which it is written. */
  headers: readonly (readonly [name: string, value: string])[];
  body: SampleBody | undefined;
  /** Whether a parameter of the query is repeated. */
  isListed: boolean;
  /** What a success brings. */
  success: SampleSuccess;
  /** Whether the exchange is refused. */
  isRefused: boolean;
  /** Where the body of a success can tell of a failure. */
  failures: readonly FailureRule[];
  /** How the TypeScript client says the same; undefined where it has no words for it. */
  client: ClientCall | undefined;
}

/** What a request carries. */
export type SampleBody =
  | { kind: "form"; mediaType: string; parts: readonly SamplePart[] }
  | { kind: "file"; mediaType: string; file: SampleFile }
  | { kind: "json"; mediaType: string; value: Json }
  | { kind: "text"; mediaType: string; text: string }
  | { kind: "empty"; mediaType: string };

/** A part of a form: a file, or a text. */
export type SamplePart =
  | { name: string; file: SampleFile; mediaType: string; filename: string }
  | { name: string; value: string };

/** A file of `spec/fixtures/`. */
export interface SampleFile {
  /** From the root of the repository. */
  path: string;
  /** Its name on disk. */
  name: string;
  /** Its own media type. */
  mediaType: string;
}

/** The body of a success: printed, written to `file`, or none. */
export type SampleSuccess = { kind: "json" | "text" | "none" } | { kind: "bytes"; file: string };

/** A place in a body that tells of a failure. */
export interface FailureRule {
  /** A JSON pointer in which `*` stands for every item of a list; `""` is the whole body. */
  at: string;
  /** What properties there must have as their text for this to be a failure; by default, being there is enough. */
  where?: Readonly<Record<string, string>>;
}

/** A call of the TypeScript client. */
export interface ClientCall {
  /** What the client is imported from, for example `@image-apis/client/pictures`. */
  module: string;
  /** The function that makes the client. */
  maker: string;
  /** What the samples call the client. */
  variable: string;
  method: string;
  /** The options that name the reader's own server; it has no address by default. */
  placeholders: readonly string[];
  /** The credentials, used together. */
  auth: readonly ClientCredentials[];
  options: ClientValue;
  /** The options that do not compile, because the exchange breaks a rule of the document with them. */
  misfits: readonly string[];
}

/** The function that makes credentials, with what it is given. */
export interface ClientCredentials {
  maker: string;
  argument: string | Readonly<Record<string, string>>;
}

/** A value in the options of a method. */
export type ClientValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | ClientFile
  | readonly ClientValue[]
  | { readonly [option: string]: ClientValue };

/** A file in the options of a method. */
export class ClientFile {
  /** Undefined for a file without a byte. */
  readonly file: SampleFile | undefined;
  /** Its name on the wire, where that is not its own. */
  readonly name: string | undefined;
  /** Its media type on the wire, where the exchange says one. */
  readonly type: string | undefined;

  constructor(file: SampleFile | undefined, name?: string, type?: string) {
    this.file = file;
    this.name = name;
    this.type = type;
  }
}
