/** The documented limits of one file part, or of a raw body. What is absent is not limited by any document. */
export interface DocumentedLimit {
  /** The smallest size of a file, in bytes. */
  readonly minBytes?: number;
  /** The largest size of a file, in bytes. */
  readonly maxBytes?: number;
  /** The fewest files of one request. */
  readonly minFiles?: number;
  /** The most files of one request. */
  readonly maxFiles?: number;
  /** The media types a file may have; `image/*` stands for every image. */
  readonly mediaTypes?: readonly string[];
}

/** Limits by operation, by media type of the body, and by part; a raw body is the part `""`. */
export type DocumentedLimits = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, DocumentedLimit>>>>>
>;

/** What the document says about one of the vendor's error codes. */
export interface DocumentedErrorCode {
  /** The conditions under which the vendor answers this code, in the vocabulary of `x-when`. */
  readonly when: readonly string[];
  /** The HTTP status the example stands under; `4XX` and `default` as they are. */
  readonly status: number | string;
  /** The key of the example in the document. */
  readonly example: string;
  /** The example's summary. */
  readonly summary: string;
}

/** The vendor's error codes by operation. */
export type DocumentedErrorCodes = Readonly<
  Record<string, Readonly<Record<number, DocumentedErrorCode>>>
>;

/** A server of the document, with the default of each of its variables. */
export interface DocumentedServer {
  /** The address, `{name}` where a variable goes. */
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** How an operation is reached and what it speaks. */
export interface DocumentedRoute {
  readonly method: string;
  /** The path, `{name}` where a parameter goes. */
  readonly path: string;
  readonly servers: readonly DocumentedServer[];
  /** Alternatives; the schemes of one alternative go together. Empty for an operation without credentials. */
  readonly security: readonly (readonly string[])[];
  /** The media types a request body may have; empty where there is no body. */
  readonly requestMediaTypes: readonly string[];
  /** The media types of the response, by HTTP status; `4XX` and `default` as they are. */
  readonly responseMediaTypes: Readonly<Record<string, readonly string[]>>;
}

/** Routes by operation. */
export type DocumentedRoutes = Readonly<Record<string, DocumentedRoute>>;

/** How a security scheme travels. */
export type DocumentedSecurityScheme =
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string };

/** Security schemes by name. */
export type DocumentedSecuritySchemes = Readonly<Record<string, DocumentedSecurityScheme>>;
