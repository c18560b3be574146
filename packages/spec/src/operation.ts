import type {
  Example,
  HttpMethod,
  Limits,
  MediaType,
  OpenApiDocument,
  OperationObject,
  Parameter,
  Reference,
  RequestBody,
  Response,
  Schema,
  SecurityRequirement,
  SecurityScheme,
  Server,
} from "./document.ts";
import { toPointer, valueAt } from "./json.ts";
import { byShownStatus } from "./status.ts";

/** One operation with its references resolved one level deep and everything it inherits filled in. */
export interface Operation {
  operationId: string;
  method: HttpMethod;
  path: string;
  /** Where the operation stands in the bundle, as a JSON pointer. */
  pointer: string;
  summary: string;
  description: string;
  tags: string[];
  servers: Server[];
  security: SecurityRequirement[];
  parameters: Parameter[];
  requestBody: RequestBody | undefined;
  /**
   * By status, in the document's order. The examples of a range (`4XX`, `default`) stand below the statuses that the
   * exchanges show them with.
   */
  responses: Record<string, Response>;
  /** The statuses as the document has them, ranges included. */
  statuses: string[];
}

/** An example of a response, with the place it answers from. */
export interface ResponseExample {
  /** Not a number below a range of statuses of which no exchange shows one. */
  status: number;
  /** The status as the document has it. */
  documented: string;
  mediaType: string;
  key: string;
  example: Example;
  /** The names of `x-when`, always as a list. */
  when: string[];
}

const methods: readonly HttpMethod[] = ["get", "put", "post", "delete", "head", "patch", "options"];

/** Follows local references (`#/…`) until something else stands there. */
export function resolve<T extends object>(document: OpenApiDocument, node: T | Reference): T {
  let current: T | Reference = node;
  while ("$ref" in current && typeof current.$ref === "string") {
    const target = valueAt(document, current.$ref.replace(/^#/, ""));
    if (target === undefined) throw new Error(`${current.$ref} points at nothing in the bundle.`);
    current = target as T | Reference;
  }
  return current as T;
}

/** Every operation of a document, in the order of its paths. */
export function operations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [flatten(document, path, method, operation)];
    }),
  );
}

function flatten(
  document: OpenApiDocument,
  path: string,
  method: HttpMethod,
  operation: OperationObject,
): Operation {
  const item = document.paths[path];
  const parameters = [...(item?.parameters ?? []), ...(operation.parameters ?? [])];
  return {
    operationId: operation.operationId,
    method,
    path,
    pointer: toPointer(["paths", path, method]),
    summary: operation.summary,
    description: operation.description,
    tags: operation.tags,
    servers: operation.servers ?? item?.servers ?? document.servers,
    security: operation.security ?? document.security ?? [],
    parameters: parameters.map((parameter) => resolve(document, parameter)),
    requestBody: operation.requestBody,
    statuses: Object.keys(operation.responses),
    responses: byShownStatus(
      Object.fromEntries(
        Object.entries(operation.responses).map(([status, response]) => [
          status,
          resolve(document, response),
        ]),
      ),
    ),
  };
}

/** Every example of an operation's responses. */
export function responseExamples(operation: Operation): ResponseExample[] {
  return Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.entries(response.content ?? {}).flatMap(([mediaType, media]) =>
      Object.entries(media.examples ?? {}).map(([key, example]) => ({
        status: Number(status),
        documented: status,
        mediaType,
        key,
        example,
        when: [example["x-when"] ?? []].flat(),
      })),
    ),
  );
}

/** The documented limits of a body: by part name for a form, under `""` for a raw body. */
export function bodyLimits(document: OpenApiDocument, media: MediaType): Record<string, Limits> {
  if (media.schema === undefined) return {};
  const schema = resolve<Schema>(document, media.schema);
  const own = schema["x-limits"];
  if (own !== undefined) return { "": own };
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const limits = resolve<Schema>(document, property)["x-limits"];
      return limits === undefined ? [] : [[name, limits]];
    }),
  );
}

/** The security scheme of a name, as the document declares it. */
export function securityScheme(document: OpenApiDocument, name: string): SecurityScheme {
  const scheme = document.components.securitySchemes?.[name];
  if (scheme === undefined)
    throw new Error(`${name} is not among the document's security schemes.`);
  return scheme;
}

/** The address of a server with the default, or the given, value of each variable. */
export function serverUrl(server: Server, values: Record<string, string> = {}): string {
  return server.url.replace(/\{(\w+)\}/g, (whole, name: string) => {
    return values[name] ?? server.variables?.[name]?.default ?? whole;
  });
}
