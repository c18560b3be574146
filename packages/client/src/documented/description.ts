import type { DocumentedErrorCodes, DocumentedLimits, DocumentedRoutes } from "@image-apis/types";

/** What the document says, as packages/types has it. */
export interface ApiDocument {
  routes: DocumentedRoutes;
  limits: DocumentedLimits;
  errorCodes: DocumentedErrorCodes;
}

/**
 * What a client knows of its API while it runs: one value per API, made from its OpenAPI document. The interpreter in
 * this folder reads it; no code names an operation.
 */
export interface ApiDescription<OperationId extends string = string> {
  /** The name of the API, as its credentials carry it. */
  readonly api: string;
  /** The servers that operations are sent to. The first one also serves `raw` calls of paths without an operation. */
  readonly servers: readonly ServerDescription[];
  /** The header that names a request in the vendor's logs. */
  readonly requestIdHeader?: string;
  readonly failure: FailureDescription;
  readonly operations: Readonly<Record<OperationId, OperationDescription>>;
}

export interface ServerDescription {
  /** The address, `{name}` where a variable goes. */
  readonly url: string;
  /** For each variable: the option that sets it, its default, and whether that default is only a placeholder. */
  readonly variables: Readonly<
    Record<string, readonly [option: string, byDefault: string, isPlaceholder?: true]>
  >;
}

/** One place in a body that reports errors, as a JSON pointer in which `*` stands for every item of a list. */
export interface FailureRule {
  readonly at: string;
  /** What must be there for it to be an error: values by property, in lower case. */
  readonly where?: Readonly<Record<string, string>>;
  /** The property that holds the vendor's code. */
  readonly code?: string;
  /** The message, with `{name}` where a property goes. */
  readonly message: string;
  /** Whether each item reports on one file of the request. */
  readonly perFile?: true;
}

export interface FailureDescription {
  readonly errors: readonly FailureRule[];
  readonly warnings?: readonly FailureRule[];
}

export interface OperationDescription {
  /** Which server it is sent to; the first by default. */
  readonly server?: number;
  readonly values?: readonly ValueDescription[];
  readonly files?: readonly FileDescription[];
  /** The media type of the body, where there is only one. */
  readonly mediaType?: string;
  /** The option that is the whole JSON body. */
  readonly whole?: { readonly option: string; readonly required?: true };
  /** Whether it may be done twice. */
  readonly repeatable?: true;
  /** A status that tells a repeated request that an earlier attempt already did the work. */
  readonly doneStatus?: number;
  /** What a documented success is; an object, a list or a file by default. */
  readonly answer?: "integer" | "value" | "text";
}

export type Check = "int32" | "int64" | "index" | "text" | "segment";

/** A parameter, or a property of the body. */
export interface ValueDescription {
  readonly in: "path" | "query" | "header" | "cookie" | "body";
  readonly name: string;
  /** The option it comes from, where that has another name. */
  readonly option?: string;
  /** The option that holds it together with others. */
  readonly group?: string;
  readonly required?: true;
  readonly list?: true;
  readonly check?: Check;
  /** What stands between the items of a list, or the names and values of an object, that is written once. */
  readonly join?: string;
  /** Whether each property of an object travels under its own name. */
  readonly spread?: true;
  /** The condition, in the words of `x-when`, that applies when it is missing or empty. */
  readonly when?: string;
}

export interface FileDescription {
  readonly option: string;
  /** The part of a form; undefined for an operation without one. */
  readonly part?: string;
  readonly list?: true;
  readonly required?: true;
  readonly when?: string;
}
