import type { Json } from "./json.ts";

/**
 * The part of OpenAPI 3.1 that the documents of this repository use, as the bundles hold it: references point
 * into `#/components`, examples stand in place.
 */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string } & Named & {
      /** The zone of times that are written without one: `+05:30`. */
      "x-time-zone"?: string;
    };
  servers: Server[];
  externalDocs?: ExternalDocs;
  tags: { name: string; description?: string; externalDocs?: ExternalDocs }[];
  security?: SecurityRequirement[];
  paths: Record<string, PathItem>;
  components: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Response>;
    headers?: Record<string, Header>;
    securitySchemes?: Record<string, SecurityScheme>;
  };
  "x-failure"?: FailureRules;
}

/** What an overlay calls something in generated code, where the camelCase of its wire name will not do. */
export interface Named {
  "x-ms-client-name"?: string;
}

/** How a value differs from server to server and from call to call; packages/conformance has a rule for each. */
export type Varies =
  | "handle"
  | "size"
  | "media-type"
  | "storage-path"
  | "address"
  | "time"
  | "version"
  | "latest-version"
  | "indexed-name"
  | "id"
  | "given-id"
  | "secret"
  | "lifetime"
  | "words";

/** Where a body tells of errors and of warnings, whatever the status. */
export interface FailureRules {
  errors: FailureRule[];
  warnings?: FailureRule[];
}

/** One place of a body: a JSON pointer in which `*` stands for every item of a list. */
export interface FailureRule {
  at: string;
  /** The properties that must have these values, compared as lower-case text, for the place to be an error. */
  where?: Record<string, string>;
  /** The property with the vendor's code. */
  code?: string;
  /** The message, `{name}` where a property goes. */
  message: string;
  /** Whether each item is the result of one file. */
  perFile?: boolean;
}

/** A page of the vendor that says more. */
export interface ExternalDocs {
  url: string;
  description?: string;
}

export interface Reference {
  $ref: string;
}

export interface Server {
  url: string;
  description?: string;
  variables?: Record<string, ServerVariable>;
}

export interface ServerVariable extends Named {
  default: string;
  description?: string;
  enum?: string[];
  /** Whether the default only shows the form of a value, so that a client must ask for one. */
  "x-placeholder"?: boolean;
}

export type SecurityRequirement = Record<string, string[]>;

export type HttpMethod = "get" | "put" | "post" | "delete" | "head" | "patch" | "options";

export type PathItem = { servers?: Server[]; parameters?: (Parameter | Reference)[] } & {
  [method in HttpMethod]?: OperationObject;
};

export interface OperationObject {
  operationId: string;
  summary: string;
  description: string;
  externalDocs?: ExternalDocs;
  tags: string[];
  security?: SecurityRequirement[];
  servers?: Server[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody;
  responses: Record<string, Response | Reference>;
  deprecated?: boolean;
  /** What a client calls the body, where that is one file or one value. */
  "x-codegen-request-body-name"?: string;
  /** Whether a client may repeat it; by default GET, HEAD, PUT, DELETE and OPTIONS are. */
  "x-fern-idempotent"?: boolean;
}

export interface Parameter extends Named {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  schema: Schema | Reference;
  style?: string;
  explode?: boolean;
  deprecated?: boolean;
  examples?: Record<string, Example>;
  /** Whether its values are personal data, which is masked wherever requests are written down. */
  "x-personal"?: true;
  /** The option of a client that it becomes a part of. */
  "x-ms-parameter-grouping"?: { name: string };
  /** The condition that leaving it out, or leaving its list empty, is. */
  "x-when"?: string;
}

export interface Header extends Omit<Parameter, "name" | "in" | "x-personal"> {
  /** Whether its value names a request in the vendor's logs. */
  "x-request-id"?: boolean;
}

export interface RequestBody {
  required?: boolean;
  description?: string;
  content: Record<string, MediaType>;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema?: Schema | Reference;
  examples?: Record<string, Example>;
  encoding?: Record<string, Encoding>;
}

/** How a part of a form is written. `contentType` counts only where none of the others stands beside it. */
export interface Encoding {
  contentType?: string;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
}

export interface Example {
  summary?: string;
  description?: string;
  value: Json;
  /** The vendor's code, on the example of an error. */
  "x-error-code"?: number;
  /** The condition, or conditions, under which the vendor gives this answer. */
  "x-when"?: string | string[];
  /** Below a range of statuses: the one that it is answered with. The bundle has it from the exchanges. */
  "x-status"?: number;
}

/** A documented limit of one file part or of one raw body. Sizes are in bytes. */
export interface Limits {
  minBytes?: number;
  maxBytes?: number;
  minFiles?: number;
  maxFiles?: number;
  mediaTypes?: string[];
}

export interface Schema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema | Reference>;
  required?: string[];
  items?: Schema | Reference;
  description?: string;
  xml?: { name?: string };
  deprecated?: boolean;
  /** The condition that an empty value is. */
  "x-when"?: string;
  "x-ms-client-name"?: string;
  /** How its value differs from server to server and from call to call. */
  "x-varies"?: Varies;
  "x-limits"?: Limits;
  [keyword: string]: unknown;
}

export type SecurityScheme = (
  | { type: "http"; scheme: string; bearerFormat?: string }
  | { type: "apiKey"; in: "header" | "query" | "cookie"; name: string }
) &
  Named & {
    description?: string;
    /** What the two secrets of HTTP Basic are called. */
    "x-fern-basic"?: { username?: { name: string }; password?: { name: string } };
    /** The cookie in which a page of the vendor has the secret. */
    "x-cookie"?: string;
    /** The operation that gets the secret. */
    "x-token-operation"?: TokenOperation;
  };

/** How a secret is got; `value` and `seconds` are JSON pointers into the response. */
export interface TokenOperation {
  /** The function that makes credentials of it. */
  name?: string;
  operationId: string;
  value: string;
  /** How long the token is good. */
  seconds: string;
}
