import {
  type OpenApiDocument,
  type Operation,
  type RefusalRequest,
  type WireRequest,
  wireRequest,
} from "@image-apis/spec";
import { isJson } from "../media-type.ts";
import type { ReceivedAnswer } from "../server/answer.ts";
import { BodyTooLargeError, send } from "../server/send.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import type { Credentials } from "./credentials.ts";
import { answerWithout } from "./masking.ts";
import type { ConformanceOptions } from "./options.ts";

/** More than any documented answer; a body without end is read no further. */
const maxBytes = 64 * 1024 * 1024;

type MessengerOptions = Pick<ConformanceOptions, "target" | "auth" | "timeout">;

/** Sends requests to the server that is checked, signed in. */
export class Messenger {
  readonly #document: OpenApiDocument;
  readonly #credentials: Credentials;
  readonly #options: MessengerOptions;
  #hasAnswered = false;

  constructor(document: OpenApiDocument, credentials: Credentials, options: MessengerOptions) {
    this.#document = document;
    this.#credentials = credentials;
    this.#options = options;
  }

  /**
   * Writes a request down.
   *
   * @param asItIs Signs in as the request says, whatever `auth` says.
   */
  wire(operation: Operation, request: RefusalRequest, asItIs = false): WireRequest {
    const { auth = request.security } = this.#options;
    const schemes = asItIs || request.security.length === 0 ? request.security : auth;
    const wire = wireRequest(this.#document, operation, { request: { ...request, security: [] } });
    const headers = { ...this.#credentials.headers(schemes), ...wire.headers };
    return { ...wire, headers, body: this.#withOwnSecrets(wire.body, request) };
  }

  /**
   * Sends a request and reads the answer, in which no secret of the run is repeated.
   *
   * @param interruption Gives up before the deadline.
   * @throws CannotRunError When the server has never answered; an Error when it does not answer this time.
   */
  async send(wire: WireRequest, interruption?: AbortSignal): Promise<ReceivedAnswer> {
    const { target, timeout = 30 } = this.#options;
    const deadline = AbortSignal.timeout(timeout * 1000);
    try {
      const signal = AbortSignal.any([deadline, ...(interruption ? [interruption] : [])]);
      const answer = await send(target, wire, signal, maxBytes);
      this.#hasAnswered = true;
      return answerWithout(answer, this.#credentials.secrets);
    } catch (error) {
      const why = deadline.aborted
        ? `no whole answer within ${timeout} seconds; --timeout allows more`
        : reasonOf(error);
      if (error instanceof BodyTooLargeError) this.#hasAnswered = true;
      if (this.#hasAnswered) throw new Error(why, { cause: error });
      throw new CannotRunError(`${target} does not answer: ${why}.`, { cause: error });
    }
  }

  /** A JSON example holds made-up values; those that the environment knows take their place. */
  #withOwnSecrets(body: WireRequest["body"], request: RefusalRequest): WireRequest["body"] {
    const isExample = request.body !== undefined && "example" in request.body;
    if (!isExample || body?.kind !== "bytes" || !isJson(body.mediaType)) return body;
    // The cast: a JSON example of a request is an object.
    const value = JSON.parse(new TextDecoder().decode(body.bytes)) as Record<string, unknown>;
    const own = Object.entries(value).map(([key, it]) => [
      key,
      (typeof it === "string" && this.#credentials.bodyValue(key)) || it,
    ]);
    const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(own)));
    return { ...body, bytes };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause ? `${cause.message || cause.name} (${cause.code})` : cause.message;
}
