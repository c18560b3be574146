import {
  bodyLimits,
  type OpenApiDocument,
  type Operation,
  responseExamples,
} from "@image-apis/spec";
import type { Constant } from "./exchange-file.ts";

/** What the document says about an operation, in the form the constants of the types have. */
export const documented: Record<
  Constant,
  (document: OpenApiDocument, operation: Operation) => Record<string, unknown>
> = {
  limits: (document, { requestBody }) =>
    Object.fromEntries(
      Object.entries(requestBody?.content ?? {})
        .map(([mediaType, media]) => [mediaType, bodyLimits(document, media)] as const)
        .filter(([, parts]) => Object.keys(parts).length > 0),
    ),

  errorCodes: (_document, operation) =>
    Object.fromEntries(
      responseExamples(operation).flatMap(({ status, key, when, example }) => {
        const { "x-error-code": code, summary } = example;
        return code === undefined ? [] : [[code, { when, status, example: key, summary }]];
      }),
    ),

  routes: (_document, { method, path, servers, security, requestBody, responses }) => ({
    method: method.toUpperCase(),
    path,
    servers: servers.map(({ url, variables = {} }) => ({
      url,
      variables: mapValues(variables, (variable) => variable.default),
    })),
    security: security.map((alternative) => Object.keys(alternative)),
    requestMediaTypes: Object.keys(requestBody?.content ?? {}),
    responseMediaTypes: mapValues(responses, ({ content = {} }) => Object.keys(content)),
  }),
};

function mapValues<Value, Result>(
  values: Record<string, Value>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
