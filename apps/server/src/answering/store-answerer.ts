import {
  type Answer,
  type Answerer,
  accepts,
  type CallHead,
  type ContractOperation,
  defaultResponse,
  exampleResponder,
  type FileSink,
  Problem,
} from "@image-apis/http-contract";
import {
  type AnyResponse,
  type ReferenceContext,
  type ServedOperation,
  type StoredBytes,
  type StoredFile,
  StoreFullError,
  servedOperation,
  UndocumentedError,
} from "@image-apis/reference";
import type { Json } from "@image-apis/spec";
import { fileDelivery } from "./file-delivery.ts";

/** Carries out calls over a store. */
export function storeAnswerer(context: ReferenceContext): Answerer<StoredBytes> {
  const known = new WeakMap<ContractOperation, ServedOperation>();
  const served = (described: ContractOperation): ServedOperation => {
    const operation = known.get(described) ?? servedOperation(described, context);
    if (operation === undefined) {
      const { operationId } = described.operation;
      throw new Problem(501, `This server does not carry out ${operationId}.`);
    }
    known.set(described, operation);
    return operation;
  };
  return {
    async before(head) {
      const missing = await served(head.operation).missing(head.values).catch(asProblem);
      return missing && writtenAnswer(missing, head);
    },
    sink({ operation }) {
      const { stores } = served(operation);
      return stores && toldWhenFull(context.store.sink(stores));
    },
    async answer(call) {
      const { operation, body, headers, values } = call;
      // The checks leave no call without its body.
      if (body === undefined) throw new Error("A call came without its body.");
      // Nothing may change by a call whose answer the client cannot read. An image's own type is known afterwards only.
      if (operation.binaryTypes.size === 0) {
        const usual = defaultResponse(operation.operation);
        await exampleResponder.respond(operation, usual, { accept: headers.accept });
      }
      const response = await served(operation)
        .handle(values, body, { accepts: (mediaType) => accepts(headers.accept, mediaType) })
        .catch(asProblem);
      return writtenAnswer(response, call);
    },
  };
}

/** Writes a response of the reference as the document has it. */
async function writtenAnswer(
  { status, mediaType, body, explanation, headers = {} }: AnyResponse,
  { operation, headers: { accept }, trace }: CallHead,
): Promise<Answer> {
  const usual = defaultResponse(operation.operation);
  const isUsual = explanation === undefined && status === usual.status;
  const documented = isUsual ? usual : { status, example: explanation?.example };
  trace.response = documented;
  trace.why = explanation?.why ?? "The request breaks no rule.";
  const isImage = body instanceof Uint8Array || isStoredFile(body);
  if (!isImage || mediaType === undefined) {
    // What is not an image is a value of the document's schema.
    const value = body as Json | undefined;
    const answer = await exampleResponder.respond(operation, documented, { accept, body: value });
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  if (!accepts(accept, mediaType)) {
    throw new Problem(406, `Accept is "${accept}". The image is ${mediaType}.`);
  }
  const all = { ...headers, "Content-Type": mediaType, "X-Content-Type-Options": "nosniff" };
  if (!isStoredFile(body)) return { status, headers: all, body };
  trace.delivery = fileDelivery(body);
  return { status, headers: all, body: undefined };
}

function isStoredFile(body: unknown): body is StoredFile {
  return typeof body === "object" && body !== null && "sha256" in body && "bytes" in body;
}

/** A sink whose lack of room is a response, and not a bug. */
function toldWhenFull(sink: FileSink<StoredBytes>): FileSink<StoredBytes> {
  return {
    write: async (chunk) => Promise.resolve(sink.write(chunk)).catch(asProblem),
    end: async () => Promise.resolve(sink.end()).catch(asProblem),
    abort: () => sink.abort(),
  };
}

/** @throws Problem for what the reference has no documented response to. */
function asProblem(error: unknown): never {
  if (error instanceof UndocumentedError) throw new Problem(404, error.message);
  if (error instanceof StoreFullError) throw new Problem(507, error.message);
  throw error;
}
