import type { HttpMethod, OpenApiDocument } from "@image-apis/spec";
import type { IHttpOperation } from "@stoplight/types";
import { createInstance, createLogger, getHttpOperationsFromSpec } from "./modules.ts";

/*
 * The one file that speaks to Prism. Prism checks parameters and JSON bodies, negotiates the media type and
 * picks the example. It never sees the bytes of an upload, routes nothing and checks no credentials.
 */

/** An operation in Prism's own form. */
export type PrismOperation = IHttpOperation;

/** A request reduced to what the document describes. */
export interface PrismRequest {
  path: string;
  query: Record<string, string[]>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** A parsed JSON body. */
  body?: unknown;
}

/** A rule of the document that a request breaks. */
export interface PrismViolation {
  /** Where: `query`, `path`, `header` or `body`, then the name in lower case, then deeper. */
  path: string[];
  /** The JSON Schema keyword, for example `required`. */
  code: string;
  message: string;
}

/** Which documented response to give, in Prism's words. */
export interface PrismChoice {
  /** Left out for the lowest 2xx. */
  code?: number;
  /** Left out for the first example. */
  exampleKey?: string;
  /** Media types in the form of an Accept header's items; left out when the client takes anything. */
  mediaTypes?: string[];
  /** Whether the body is made up from the schema. */
  dynamic: boolean;
  /** What decides where it is: the same body comes from the same seed. */
  seed?: string;
}

/** A documented response. */
export interface PrismResponse {
  status: number;
  headers: Record<string, string>;
  /** `undefined` for a response without a body. */
  mediaType: string | undefined;
  body: unknown;
}

/** Prism found no response to give; a `status` says what it would answer itself. */
export interface PrismRefusal {
  refused: true;
  status: number | undefined;
  message: string;
}

const logger = createLogger("mock", { level: "silent" });

const config = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

/** The operation is known before Prism is asked. */
const route = ({ resources: [operation] }: { resources: PrismOperation[] }) => {
  if (operation === undefined) throw new Error("Prism was asked without an operation.");
  return { _tag: "Right", right: operation } as const;
};

const responder = createInstance(config, { logger, route });

/** Validation alone: the response it would pick is of no interest, so none is made. */
const validator = createInstance(
  { ...config, validateRequest: true },
  { logger, route, mock: () => () => ({ _tag: "Right", right: { statusCode: 200 } }) },
);

/** The one dialect in which Prism validates all of JSON Schema; in OpenAPI's own it validates nothing. */
const jsonSchemaDialect = "https://json-schema.org/draft/2020-12/schema";

/** Reads the operations of a document, which Prism alters while it reads. It is to send no callbacks. */
export async function prismOperations(document: OpenApiDocument): Promise<PrismOperation[]> {
  const read = await getHttpOperationsFromSpec({ ...structuredClone(document), jsonSchemaDialect });
  return read.map(({ callbacks: _, ...operation }) => operation);
}

/** The same operation with a body that Prism does not look at. */
export function withoutBody(operation: PrismOperation): PrismOperation {
  const { body: _, ...request } = operation.request ?? {};
  return { ...operation, request };
}

/** Checks a request's parameters, and its body where the operation still has one. */
async function violationsOf(
  operation: PrismOperation,
  request: PrismRequest,
): Promise<PrismViolation[]> {
  const result = await validator.request(toPrism(operation, request), [operation])();
  if (result._tag === "Left") throw result.left;
  return result.right.validations.input
    .filter((violation) => violation.severity === 0)
    .map(({ path = [], code, message }) => ({
      path: path.map(String),
      code: String(code),
      message,
    }));
}

/** Gives a documented response, whatever the request. */
async function documentedResponse(
  operation: PrismOperation,
  request: PrismRequest,
  choice: PrismChoice,
): Promise<PrismResponse | PrismRefusal> {
  // Prism writes into the mock settings, so every call gets its own.
  const settings = { ...config, mock: choice };
  const result = await responder.request(toPrism(operation, request), [operation], settings)();
  if (result._tag === "Left") {
    const { status, detail, message } = result.left as Error & { status?: number; detail?: string };
    return { refused: true, status, message: detail ?? message };
  }
  const { statusCode, headers = {}, body } = result.right.output;
  const { "Content-type": mediaType, ...others } = headers;
  return {
    status: statusCode,
    headers: others,
    mediaType: body === undefined ? undefined : mediaType,
    body,
  };
}

/** What Prism decides for the mock. */
export const prism = { violationsOf, documentedResponse };

function toPrism({ method }: PrismOperation, { path, query, headers, body }: PrismRequest) {
  // Prism wants a list only where a name was sent more than once, and turns its texts into numbers in place.
  const values = Object.entries(query).map(([name, all]) => [
    name,
    all.length > 1 ? [...all] : all[0],
  ]);
  return {
    method: method as HttpMethod,
    url: { path, query: Object.fromEntries(values) },
    headers,
    body,
  };
}
