import type { Socket } from "node:net";
import type { HandledRequest } from "../call/handled-request.ts";
import { newTrace } from "../call/trace.ts";
import { Problem } from "../problem/problem.ts";
import type { Connections, OpenExchange } from "./connections.ts";
import { rawAnswer } from "./raw-answer.ts";

/** As long as a client has to read a refusal before its connection is closed. */
const lingerMilliseconds = 1000;

/** Answers what never became a request, or did not arrive as a whole: malformed, too long or too slow. */
export class ClientErrors {
  readonly #connections: Connections;
  readonly #observe: ((handled: HandledRequest) => void) | undefined;
  /** Connections that are no longer read. */
  readonly #ended = new WeakSet<Socket>();

  constructor(connections: Connections, observe?: (handled: HandledRequest) => void) {
    this.#connections = connections;
    this.#observe = observe;
  }

  /** Answers an error of a connection once every response under way has ended, then closes it. */
  async answer(error: ClientError, socket: Socket): Promise<void> {
    if (error.code === "ECONNRESET" || socket.destroyed) {
      socket.destroy();
      return;
    }
    if (this.#ended.has(socket)) return;
    this.#ended.add(socket);
    // What follows "Connection: close" is not a request (RFC 9112, 9.6).
    if (error.code === "HPE_CLOSED_CONNECTION") return;
    // Such a request has its response and its line: what is wrong with its rest changes neither.
    if (this.#connections.isAnsweredEarly(socket)) {
      socket.destroySoon();
      return;
    }
    const underWay = this.#connections.on(socket);
    const current = underWay.find(({ request }) => !request.complete);
    const problem = explained(error);
    const isFirst = underWay.length === 0;
    await Promise.all(underWay.filter((it) => it !== current).map(ended));
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    this.#note(error, socket, problem, isFirst, current);
    // Half a response cannot be taken back.
    if (current?.response.headersSent) {
      socket.destroy();
      return;
    }
    for (const piece of rawAnswer(problem.answer())) socket.write(piece);
    socket.end();
    const late = setTimeout(() => socket.destroy(), lingerMilliseconds);
    socket.once("close", () => clearTimeout(late));
  }

  /** A request that has begun is written down when its handler sees the end of the connection. */
  #note(
    error: ClientError,
    socket: Socket,
    problem: Problem,
    isFirst: boolean,
    current: OpenExchange | undefined,
  ): void {
    const isGone = error.code === "HPE_INVALID_EOF_STATE";
    if (current !== undefined) {
      if (!isGone) this.#connections.cutShort(current.request, problem);
      return;
    }
    // Browsers open connections that they then do not need.
    if (socket.bytesRead === 0) return;
    const trace = newTrace();
    trace.why = problem.message;
    if (!isGone) trace.violations.push(problem.message);
    const request = isFirst ? requestLine(error) : unknownRequest;
    const handled: HandledRequest = {
      request,
      trace,
      answer: undefined,
      at: new Date(),
      milliseconds: 0,
    };
    this.#observe?.(
      isGone
        ? { ...handled, verdict: "aborted" }
        : { ...handled, verdict: "malformed", answer: problem.answer() },
    );
  }
}

/** What Node says of a connection that went wrong. */
export interface ClientError extends Error {
  code?: string;
  /** The bytes that arrived last. */
  rawPacket?: Uint8Array;
}

const unknownRequest: HandledRequest["request"] = { method: "", url: "", headers: {} };

/** The method and target of a request whose bytes are the first of a packet; empty where they are not. */
function requestLine({ rawPacket = new Uint8Array() }: ClientError): HandledRequest["request"] {
  const text = Buffer.from(rawPacket).toString("latin1", 0, 2000);
  const [, method, url] = /^([A-Z]+) ([!-~]+) HTTP\/1\.[01]\r\n/.exec(text) ?? [];
  return method === undefined || url === undefined ? unknownRequest : { method, url, headers: {} };
}

function ended({ response }: OpenExchange): Promise<void> {
  return new Promise((resolve) => response.once("close", resolve));
}

function explained({ code = "", message }: ClientError): Problem {
  const known = explanations[code];
  return known === undefined
    ? new Problem(400, `The request is not HTTP: ${message}.`)
    : new Problem(known.status, known.detail);
}

const explanations: Record<string, { status: number; detail: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    detail: "The headers have more than 16 KB in all. Send fewer or shorter ones.",
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    detail: "The chunk extensions have more than 16 KB. Send none.",
  },
  HPE_INVALID_EOF_STATE: {
    status: 400,
    detail: "The connection ended before the request was complete.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    detail: "The request did not arrive in time.",
  },
};
