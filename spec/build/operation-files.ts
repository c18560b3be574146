import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { OpenApiDocument } from "../src/document.ts";
import { type Operation, securityScheme } from "../src/operation.ts";
import type { RefusalRequest } from "../src/refusal.ts";

/** A file that is about one operation, and what its place says. */
export interface OperationFile<Written> {
  id: string;
  api: string;
  operationId: string;
  name: string;
  /** From the root of the repository, with `/`. */
  file: string;
  operation: Operation;
  written: Written;
}

/**
 * Reads `spec/<api>/<folder>/<operationId>/*.yaml`, in the order of operation and name.
 *
 * @throws Error For a folder that is called like no operation.
 */
export function operationFiles<Written>(
  repository: string,
  api: string,
  folder: "exchanges" | "refusals",
  operations: readonly Operation[],
): OperationFile<Written>[] {
  const all = join("spec", api, folder);
  failOnStrangers(repository, all, operations);
  return operations.flatMap((operation) => {
    const { operationId } = operation;
    const own = join(all, operationId);
    return list(join(repository, own))
      .sort()
      .map((entry) => {
        const file = join(own, entry).replaceAll("\\", "/");
        const name = entry.slice(0, -".yaml".length);
        const written = parse(readFileSync(join(repository, file), "utf8")) as Written;
        const id = `${api}/${operationId}/${name}`;
        return { id, api, operationId, name, file, operation, written };
      });
  });
}

/**
 * Fills in what a written request leaves out: it sends the credentials of the operation's first alternative.
 *
 * @throws Error For a security scheme that the document does not declare.
 */
export function completeRequest<Request extends Partial<Omit<RefusalRequest, "body">>>(
  document: OpenApiDocument,
  operation: Operation,
  written: Request | undefined,
) {
  for (const scheme of written?.security ?? []) securityScheme(document, scheme);
  return {
    path: {},
    query: {},
    headers: {},
    security: Object.keys(operation.security[0] ?? {}),
    ...written,
  };
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function failOnStrangers(
  repository: string,
  folder: string,
  operations: readonly Operation[],
): void {
  const known = new Set(operations.map((operation) => operation.operationId));
  for (const name of list(join(repository, folder))) {
    if (!known.has(name)) {
      throw new Error(
        `${folder}/${name}: no operation is called "${name}". Rename the folder to its operationId.`,
      );
    }
  }
}
