import {
  type OpenApiDocument,
  type Operation,
  type RefusalRequest,
  type WireRequest,
  wireRequest,
} from "@image-apis/spec";
import { isJson } from "../media-type.ts";
import type { ReceivedAnswer } from "../server/answer.ts";
import { send } from "../server/send.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import type { Credentials } from "./credentials.ts";
import { answerWithout } from "./masking.ts";
import type { ConformanceOptions } from "./options.ts";

/** How long an answer may take, in milliseconds; the largest upload is 49 MB. */
const patience = 120_000;

/** Sends requests to the server that is checked, signed in. */
export class Messenger {
  readonly #document: OpenApiDocument;
  readonly #credentials: Credentials;
  readonly #options: Pick<ConformanceOptions, "target" | "auth">;
  #hasAnswered = false;

  constructor(
    document: OpenApiDocument,
    credentials: Credentials,
    options: Pick<ConformanceOptions, "target" | "auth">,
  ) {
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
   * @throws CannotRunError When the server has never answered; an Error when it does not answer this time.
   */
  async send(wire: WireRequest): Promise<ReceivedAnswer> {
    const { target } = this.#options;
    try {
      const answer = await send(target, wire, AbortSignal.timeout(patience));
      this.#hasAnswered = true;
      return answerWithout(answer, this.#credentials.secrets);
    } catch (error) {
      const why = reasonOf(error);
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
  if (error.name === "TimeoutError") return `no answer within ${patience / 1000} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return "code" in cause ? `${cause.message || cause.name} (${cause.code})` : cause.message;
}
