import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { OpenApiDocument } from "../src/document.ts";
import type { Exchange } from "../src/exchange.ts";
import { type Operation, securityScheme } from "../src/operation.ts";

/** An exchange as its file writes it; everything that follows from the document or the path is left out. */
type WrittenExchange = Pick<Exchange, "summary" | "source" | "status" | "response"> & {
  reason?: string;
  given?: string[];
  request?: Partial<Exchange["request"]>;
};

/** Reads every exchange file of an API and fills in what its place and the document say. */
export function readExchanges(
  repository: string,
  api: string,
  document: OpenApiDocument,
  operations: Operation[],
): Exchange[] {
  const folder = join("spec", api, "exchanges");
  const exchanges: Exchange[] = [];
  for (const operation of operations) {
    const own = join(folder, operation.operationId);
    for (const entry of list(join(repository, own)).sort()) {
      const file = join(own, entry).replaceAll("\\", "/");
      const written = parse(readFileSync(join(repository, file), "utf8")) as WrittenExchange;
      exchanges.push(complete(api, document, operation, file, written));
    }
  }
  failOnStrangers(repository, folder, operations);
  return exchanges;
}

function complete(
  api: string,
  document: OpenApiDocument,
  operation: Operation,
  file: string,
  written: WrittenExchange,
): Exchange {
  const name = file.slice(file.lastIndexOf("/") + 1, -".yaml".length);
  const { given, request, ...rest } = written;
  for (const scheme of request?.security ?? []) securityScheme(document, scheme);
  return {
    id: `${api}/${operation.operationId}/${name}`,
    api,
    operationId: operation.operationId,
    name,
    file,
    ...rest,
    given: (given ?? []).map((step) => `${api}/${step}`),
    request: {
      path: {},
      query: {},
      headers: {},
      security: Object.keys(operation.security[0] ?? {}),
      ...request,
    },
  };
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function failOnStrangers(repository: string, folder: string, operations: Operation[]): void {
  const known = new Set(operations.map((operation) => operation.operationId));
  for (const name of list(join(repository, folder))) {
    if (!known.has(name)) {
      throw new Error(
        `${folder}/${name}: no operation is called "${name}". Rename the folder to its operationId.`,
      );
    }
  }
}
