import {
  callOptions,
  credentialArgument,
  loadModels,
  type OperationModel,
} from "@image-apis/codegen";
import { type Exchange, fixture, isFilePart, type Json } from "@image-apis/spec";
import { fixtureFile } from "./files.ts";

/** A documented request, and the call of the generated client that sends it. */
export interface DocumentedCall {
  /** With its API: `capillary/getCustomer`. */
  id: string;
  operation: OperationModel;
  exchange: Exchange;
  call(options?: object): Promise<unknown>;
}

type Entry = Record<string, (argument: unknown) => unknown>;
type Client = Record<string, (options: object) => Promise<unknown>>;

/** One accepted request of every operation of every API. */
export async function documentedCalls(): Promise<DocumentedCall[]> {
  const all = await Promise.all(
    loadModels().map(async (api) => {
      const entry = (await import(`../src/generated/${api.api}/index.ts`)) as Entry;
      const variables = api.servers.flatMap((it) => it.variables);
      const address = Object.fromEntries(variables.map((it) => [it.option, it.default]));
      return api.operations.flatMap((operation) => {
        const { operationId, exchanges } = operation;
        const exchange = exchanges.find(({ response }) => response.status < 300);
        if (exchange === undefined) return [];
        const auth = exchange.request.security.map((name) => {
          const scheme = api.schemes.find((it) => it.scheme === name);
          return scheme && entry[scheme.maker]?.(credentialArgument(scheme, "demo:demo"));
        });
        const client = entry[`create${api.name}Client`]?.({ ...address, auth }) as Client;
        return {
          id: `${api.api}/${operationId}`,
          operation,
          exchange,
          call: async () => client[operationId]?.(optionsOf(operation, exchange)),
        };
      });
    }),
  );
  return all.flat();
}

function optionsOf(operation: OperationModel, { request }: Exchange): object {
  const { path, query, headers, cookies, body } = request;
  const { Accept: accept, ...header } = headers;
  const parts = body !== undefined && "parts" in body ? body.parts : [];
  const texts = parts.flatMap((it) => (isFilePart(it) ? [] : [[it.name, it.value] as const]));
  const files = parts
    .filter(isFilePart)
    .map((it) => ({ part: it.name, file: fixtureFile(it.fixture) }));
  const raw =
    body !== undefined && "fixture" in body ? [{ part: "", file: fixtureFile(body.fixture) }] : [];
  const content = body && operation.body?.contents.find((it) => it.mediaType === body.mediaType);
  const example: Json | undefined =
    body !== undefined && "example" in body
      ? content?.examples.find(({ key }) => key === body.example)?.value
      : undefined;
  const json = example ?? (parts.length > 0 ? Object.fromEntries(texts) : undefined);
  const wire = {
    path,
    query,
    header,
    cookie: cookies,
    accept,
    files: [...files, ...raw],
    mediaType: undefined,
    json,
  };
  return callOptions(operation, wire, () => new File([fixture("tiny.png").bytes], "tiny.png"));
}
