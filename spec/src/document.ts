import type { Json } from "./json.ts";

/**
 * The part of OpenAPI 3.1 that the documents of this repository use, as the bundles hold it: references point
 * into `#/components`, examples stand in place.
 */
export interface OpenApiDocument {
  openapi: string;
  jsonSchemaDialect: string;
  info: { title: string; version: string; summary?: string; description?: string };
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
  variables?: Record<string, { default: string; description?: string; enum?: string[] }>;
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
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  schema: Schema | Reference;
  style?: string;
  explode?: boolean;
  examples?: Record<string, Example>;
  /** Whether its values are personal data, which is masked wherever requests are written down. */
  "x-personal"?: true;
}

export type Header = Omit<Parameter, "name" | "in" | "x-personal">;

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
  "x-limits"?: Limits;
  [keyword: string]: unknown;
}

export type SecurityScheme =
  | { type: "http"; scheme: string; bearerFormat?: string; description?: string }
  | { type: "apiKey"; in: "header" | "query" | "cookie"; name: string; description?: string };
