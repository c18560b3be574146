import { isJson } from "@image-apis/http-contract";
import {
  type OpenApiDocument,
  type Operation,
  type RefusalRequest,
  type WireRequest,
  wireRequest,
} from "@image-apis/spec";
import { CannotRunError } from "./cannot-run-error.ts";
import type { Credentials } from "./credentials.ts";
import type { ConformanceOptions } from "./options.ts";
import { issuedBy } from "./secrecy/issued.ts";
import { noResponseBecause } from "./secrecy/no-response.ts";
import type { ReceivedResponse } from "./server/received-response.ts";
import { BodyTooLargeError, send } from "./server/send.ts";

/** More than any documented response; a body without end is read no further. */
const maxBytes = 64 * 1024 * 1024;

/** A server that has responded before does not this time; the message says why. */
export class NoResponseError extends Error {
  override name = "NoResponseError";
}

type MessengerOptions = Pick<ConformanceOptions, "target" | "auth" | "timeout">;

/** Sends requests to the server that is checked, signed in. */
export class Messenger {
  readonly #document: OpenApiDocument;
  readonly #credentials: Credentials;
  readonly #options: MessengerOptions;
  readonly #onSecret: (secret: string) => void;
  #hasResponded = false;

  /** @param onSecret Told what the server issues that may sign somebody in. */
  constructor(
    document: OpenApiDocument,
    credentials: Credentials,
    options: MessengerOptions,
    onSecret: (secret: string) => void,
  ) {
    this.#document = document;
    this.#credentials = credentials;
    this.#options = options;
    this.#onSecret = onSecret;
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
   * Sends a request and reads the response.
   *
   * @param interruption Gives up before the deadline.
   * @throws CannotRunError When the server has never responded.
   * @throws NoResponseError When it does not respond this time.
   */
  async send(wire: WireRequest, interruption?: AbortSignal): Promise<ReceivedResponse> {
    const { target, timeout = 30 } = this.#options;
    const deadline = AbortSignal.timeout(timeout * 1000);
    try {
      const signal = AbortSignal.any([deadline, ...(interruption ? [interruption] : [])]);
      const response = await send(target, wire, signal, maxBytes);
      this.#hasResponded = true;
      for (const secret of issuedBy(response)) this.#onSecret(secret);
      return response;
    } catch (error) {
      const why = deadline.aborted
        ? `no whole response within ${timeout} seconds; --timeout allows more`
        : noResponseBecause(error);
      if (error instanceof BodyTooLargeError) this.#hasResponded = true;
      // Without a cause: that of the HTTP parser carries the bytes that came.
      if (this.#hasResponded) throw new NoResponseError(why);
      throw new CannotRunError(`${target} does not respond: ${why}.`);
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
