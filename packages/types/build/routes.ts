import { type OpenApiDocument, operations } from "@image-apis/spec";
import type { DocumentedRoute } from "../src/documented.ts";

/** How each operation is reached: method, path, servers, security and media types. */
export function routes(document: OpenApiDocument): Record<string, DocumentedRoute> {
  return Object.fromEntries(
    operations(document).map((operation) => [
      operation.operationId,
      {
        method: operation.method.toUpperCase(),
        path: operation.path,
        servers: operation.servers.map(({ url, variables }) => ({
          url,
          variables: Object.fromEntries(
            Object.entries(variables ?? {}).map(([name, variable]) => [name, variable.default]),
          ),
        })),
        security: operation.security.map((alternative) => Object.keys(alternative)),
        requestMediaTypes: Object.keys(operation.requestBody?.content ?? {}),
        responseMediaTypes: Object.fromEntries(
          Object.entries(operation.responses).map(([status, { content }]) => [
            status,
            Object.keys(content ?? {}),
          ]),
        ),
      },
    ]),
  );
}
