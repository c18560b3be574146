import type { ApiModel } from "../../model/model.ts";

/** How each operation is reached: method, path, servers, security and media types. */
export function routes({ servers, operations }: ApiModel): Record<string, object> {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.operationId,
      {
        method: operation.method,
        path: operation.path,
        servers: operation.servers.map((index) => {
          const { url = "", variables = [] } = servers[index] ?? {};
          return {
            url,
            variables: Object.fromEntries(variables.map((it) => [it.name, it.default])),
          };
        }),
        security: operation.security,
        requestMediaTypes: (operation.body?.contents ?? []).map(({ mediaType }) => mediaType),
        responseMediaTypes: Object.fromEntries(
          operation.responses.map(({ status, contents }) => [
            status,
            contents.map(({ mediaType }) => mediaType),
          ]),
        ),
      },
    ]),
  );
}
