import type { OpenApiDocument } from "../src/document.ts";
import { type Operation, securityScheme } from "../src/operation.ts";
import type { RefusalRequest } from "../src/refusal.ts";
import { filesBelow, type Sources } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

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
  sources: Sources,
  api: string,
  folder: "exchanges" | "refusals",
  operations: readonly Operation[],
): OperationFile<Written>[] {
  const all = `spec/${api}/${folder}/`;
  const byOperation = Map.groupBy(filesBelow(sources, all), ({ file }) =>
    file.slice(all.length, file.indexOf("/", all.length)),
  );
  failOnStrangers(all, byOperation.keys(), operations);
  return operations.flatMap((operation) => {
    const { operationId } = operation;
    return (byOperation.get(operationId) ?? []).map((source) => {
      const name = source.file.slice(`${all}${operationId}/`.length, -".yaml".length);
      const id = `${api}/${operationId}/${name}`;
      const written = yamlMapping(source) as Written;
      return { id, api, operationId, name, file: source.file, operation, written };
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

function failOnStrangers(
  folder: string,
  names: Iterable<string>,
  operations: readonly Operation[],
): void {
  const known = new Set(operations.map((operation) => operation.operationId));
  for (const name of names) {
    if (!known.has(name)) {
      throw new Error(
        `${folder}${name}: no operation is called "${name}". Rename the folder to its operationId.`,
      );
    }
  }
}
