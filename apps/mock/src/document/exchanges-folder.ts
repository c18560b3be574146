import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { examplesOf } from "@image-apis/http-contract";
import type { Exchange, Operation } from "@image-apis/spec";
import { parse } from "yaml";
import { isJsonObject, type JsonObject } from "./json-object.ts";

/**
 * Reads exchanges, `<operationId>/<name>.yaml`, in the order of operations and names. A request that names no security
 * carries the credentials of its operation's first alternative.
 *
 * @throws Error that names the file or the folder and what is wrong with it.
 */
export function readExchangesFolder(
  folder: string,
  api: string,
  operations: readonly Operation[],
): Exchange[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((it) => it.isDirectory());
  const ids = operations.map(({ operationId }) => operationId);
  const stranger = folders.find(({ name }) => !ids.includes(name));
  if (stranger !== undefined) {
    throw new Error(
      `${join(folder, stranger.name)}: no operation is called "${stranger.name}". There are ${ids.join(", ")}.`,
    );
  }
  return operations
    .filter(({ operationId }) => folders.some(({ name }) => name === operationId))
    .flatMap((operation) => {
      const own = join(folder, operation.operationId);
      return readdirSync(own)
        .filter((name) => /\.(ya?ml|json)$/i.test(name))
        .sort()
        .map((name) => exchange(join(own, name), api, operation));
    });
}

function exchange(file: string, api: string, operation: Operation): Exchange {
  const { operationId } = operation;
  const name = basename(file, extname(file));
  const { request, response, given, ...others } = mapping(file);
  const steps = Array.isArray(given) ? given.map((step) => `${api}/${step}`) : [];
  requireDocumented(file, operation, response);
  const written = {
    summary: name,
    source: "",
    status: "documented",
    ...others,
    id: `${api}/${operationId}/${name}`,
    api,
    operationId,
    name,
    file,
    given: steps,
    request: {
      path: {},
      query: {},
      headers: {},
      security: Object.keys(operation.security[0] ?? {}),
      ...(isJsonObject(request) ? request : {}),
    },
    response,
  };
  // Its response was checked; a request that says more than it should selects nothing.
  return written as unknown as Exchange;
}

function mapping(file: string): JsonObject {
  let value: unknown;
  try {
    value = parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
  if (isJsonObject(value)) return value;
  throw new Error(`${file}: an exchange has a request and a response.`);
}

/** @throws Error for a response that the document does not have. */
function requireDocumented(file: string, operation: Operation, response: unknown): void {
  const { status, example } = isJsonObject(response) ? response : {};
  const statuses = Object.keys(operation.responses);
  if (!statuses.includes(String(status))) {
    throw new Error(
      `${file}: its response has the status ${status}; documented are ${statuses.join(", ")}.`,
    );
  }
  const examples = examplesOf(operation, Number(status));
  if (example === undefined || examples.some((it) => it === example)) return;
  throw new Error(
    `${file}: response ${status} has no example ${JSON.stringify(example)}. It has ${examples.join(", ") || "none"}.`,
  );
}
