import {
  type Answer,
  accepts,
  type CallHead,
  defaultResponse,
  Problem,
  type ReceivedBody,
} from "@image-apis/http-contract";
import {
  type AnyResponse,
  MemoryBytes,
  notAppliedHeader,
  type ServedOperation,
  type StoredBytes,
  StoreFullError,
  UndocumentedError,
} from "@image-apis/reference";
import type { Json } from "@image-apis/spec";
import { prismResponder } from "../prism/prism-responder.ts";

/**
 * The refusal of a call that names something that the state does not have; `undefined` where it has everything.
 *
 * @throws Problem 404 where the document names no response to that.
 */
export async function missingResponse(
  stateful: ServedOperation,
  head: CallHead,
): Promise<Answer | undefined> {
  const missing = await stateful.missing(head.values).catch(asProblem);
  return missing && writtenResponse(missing, head);
}

/**
 * Carries out a call that keeps every rule.
 *
 * @throws Problem 404 where the document names no response to what the state lacks, 406 for bytes of another media
 * type than those accepted, 507 for what there is no room for.
 */
export async function statefulResponse(
  stateful: ServedOperation,
  call: CallHead & { body: ReceivedBody<StoredBytes> },
): Promise<Answer> {
  const { accept } = call.headers;
  const response = await stateful
    .handle(call.values, call.body, { accepts: (mediaType) => accepts(accept, mediaType) })
    .catch(asProblem);
  return writtenResponse(response, call);
}

/** Writes a response of the reference as the document has it. */
async function writtenResponse(
  response: AnyResponse,
  { operation, headers: { accept }, trace }: CallHead,
): Promise<Answer> {
  const { status, mediaType, body, explanation, headers = {} } = response;
  const usual = defaultResponse(operation.operation);
  const isUsual = explanation === undefined && status === usual.status;
  const documented = isUsual ? usual : { status, example: explanation?.example };
  trace.response = documented;
  trace.why =
    explanation === undefined
      ? "The request breaks no rule: the usual response, from the state."
      : `${explanation.why} The example of this response has "x-when: ${explanation.condition}".`;
  const notApplied = headers[notAppliedHeader];
  if (notApplied !== undefined) {
    trace.notes.push(`The image comes as it was saved: the mock does not apply ${notApplied}.`);
  }
  const bytes = bytesOf(body);
  if (bytes === undefined || mediaType === undefined) {
    // What is not bytes is a value of the document's schema.
    const value = body as Json | undefined;
    const answer = await prismResponder.respond(operation, documented, { accept, body: value });
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  if (!accepts(accept, mediaType)) {
    throw new Problem(406, `Accept is "${accept}". The image is ${mediaType}.`);
  }
  return { status, headers: { ...headers, "Content-Type": mediaType }, body: bytes };
}

/** The bytes of a response that is a file; those that are stored are in memory. */
function bytesOf(body: unknown): Uint8Array | undefined {
  if (body instanceof Uint8Array) return body;
  const isStored = typeof body === "object" && body !== null && "bytes" in body;
  return isStored && body.bytes instanceof MemoryBytes ? body.bytes.content : undefined;
}

/** @throws Problem for what the reference has no documented response to. */
function asProblem(error: unknown): never {
  if (error instanceof UndocumentedError) throw new Problem(404, error.message);
  if (error instanceof StoreFullError) {
    const remedy = "Use what is there again, or POST /__mock/reset.";
    throw new Problem(507, `${error.message} ${remedy}`);
  }
  throw error;
}
