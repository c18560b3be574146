import { createHash } from "node:crypto";
import {
  type ContractOperation,
  contractOperations,
  imageHeadSize,
  type ReceivedBody,
  type ReceivedFile,
} from "@image-apis/http-contract";
import { loadDocument, loadExchanges } from "@image-apis/spec";
import {
  type AnyResponse,
  MemoryStore,
  type ReferenceContext,
  type Seed,
  type ServedOperation,
  type StoredBytes,
  servedOperation,
  startContents,
} from "../../src/index.ts";

/** Every operation of the documents. */
export const described: readonly ContractOperation[] = ["capillary", "superoffice"].flatMap(
  (name) =>
    contractOperations({ name, document: loadDocument(name), exchanges: loadExchanges(name) }),
);

export const noon = new Date("2026-03-01T12:00:00Z");

/** Ids that count from 1, in the form of a UUID. */
export function countedIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`;
  };
}

export type Body = ReceivedBody<StoredBytes>;
export type File = ReceivedFile<StoredBytes>;

interface Request {
  path?: Record<string, string | number | bigint>;
  query?: Record<string, string | number | readonly (string | number)[]>;
  body?: Body;
  accepts?: (mediaType: string) => boolean;
}

/** The reference over a store in memory, at noon and with counted ids, as a test calls it. */
export interface Called {
  store: MemoryStore;
  /** Calls an operation as a server does: first it asks what is missing. */
  call(operationId: string, request?: Request): Promise<AnyResponse>;
  operation(operationId: string): ServedOperation;
  /** A file that has arrived. */
  file(bytes: string | Uint8Array, mediaType?: string): Promise<File>;
}

export async function startReference(
  seed?: Seed,
  options: Partial<ReferenceContext> = {},
  store = new MemoryStore(),
): Promise<Called> {
  const context: ReferenceContext = { store, now: () => noon, newId: countedIds(), ...options };
  await store.replace(await startContents({ ...context, operations: described, seed }));
  const known = new Map<string, ServedOperation>();
  const operation = (operationId: string) => {
    const before = known.get(operationId);
    if (before !== undefined) return before;
    const found = described.find((it) => it.operation.operationId === operationId);
    const served = found && servedOperation(found, context);
    if (served === undefined) throw new Error(`Nothing is served as ${operationId}.`);
    known.set(operationId, served);
    return served;
  };
  return {
    store,
    operation,
    async call(operationId, { path = {}, query = {}, body = noBody, accepts } = {}) {
      const served = operation(operationId);
      const values = {
        path: texts(path),
        query: Object.fromEntries(
          Object.entries(query).map(([name, value]) => [name, [value].flat().map(String)]),
        ),
        headers: {},
      };
      const missing = await served.missing(values);
      return missing ?? served.handle(values, body, accepts && { accepts });
    },
    async file(content, mediaType = "application/octet-stream") {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      const sink = store.sink();
      await sink.write(bytes);
      return {
        filename: "a",
        mediaType,
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        head: bytes.subarray(0, imageHeadSize),
        stored: await sink.end(),
      };
    },
  };
}

const noBody: Body = { kind: "none" };

/** A form with files of one name. */
export function form(...files: File[]): Body {
  const parts = files.map((file) => ({ name: "file", file }));
  return { kind: "form", media: "multipart/form-data", parts };
}

/** A body that is a file. */
export function raw(file: File): Body {
  return { kind: "file", media: file.mediaType, file };
}

function texts(values: Record<string, string | number | bigint>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
