import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { HandledRequest } from "../call/handled-request.ts";
import type { Problem } from "../problem/problem.ts";

/** A request, whole or not, whose response has not ended. */
export interface OpenExchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** By the listener that asks them whether a client waits with its body, its connections. */
const byListener = new WeakMap<RequestListener, Connections>();

/** The connections of a listener that reads the head of a request before its body; `undefined` for any other. */
export function connectionsOf(listener: RequestListener): Connections | undefined {
  return byListener.get(listener);
}

/** Lets a server find the connections that its listener asks. */
export function withConnections(
  listener: RequestListener,
  connections: Connections,
): RequestListener {
  byListener.set(listener, connections);
  return listener;
}

/** What is under way on every connection of a server. */
export class Connections {
  /** Aborted when the server is told to close: what would go on without an end then ends. */
  readonly closing = new AbortController();
  readonly #bySocket = new WeakMap<Socket, Set<OpenExchange>>();
  readonly #last = new WeakMap<Socket, IncomingMessage>();
  readonly #heldBack = new WeakMap<IncomingMessage, () => void>();
  readonly #cutShort = new WeakMap<object, Problem>();

  /** Takes note of a request until its response has ended. */
  follow(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const all = this.#bySocket.get(socket) ?? new Set();
    this.#bySocket.set(socket, all);
    const one = { request, response };
    all.add(one);
    this.#last.set(socket, request);
    response.once("close", () => all.delete(one));
  }

  /** Keeps a client waiting with its body until it is told to go on. */
  holdBack(request: IncomingMessage, tell: () => void): void {
    this.#heldBack.set(request, tell);
  }

  /** Whether a client still waits with its body. */
  isHeldBack(request: IncomingMessage): boolean {
    return this.#heldBack.has(request);
  }

  /** Tells a client that waits to send its body. */
  goOn(request: IncomingMessage): void {
    const tell = this.#heldBack.get(request);
    this.#heldBack.delete(request);
    tell?.();
  }

  /** What is under way on a connection, in the order in which it arrived. */
  on(socket: Socket): OpenExchange[] {
    return [...(this.#bySocket.get(socket) ?? [])];
  }

  /** Whether a connection is still to bring the rest of a request that has its response already. */
  isAnsweredEarly(socket: Socket): boolean {
    const last = this.#last.get(socket);
    return last?.complete === false && this.on(socket).every(({ request }) => request !== last);
  }

  /** Whether a response is the one that its connection carries now, and none is to come after it. */
  isOnlyOne({ req, socket }: ServerResponse): boolean {
    return socket !== null && this.on(req.socket).length === 1;
  }

  /** Says what a client got for a request that did not arrive as a whole. */
  cutShort(request: IncomingMessage, problem: Problem): void {
    this.#cutShort.set(request, problem);
  }

  /** A request as it ended: one that did not arrive as a whole got the problem that says so, whatever was prepared. */
  asEnded(handled: HandledRequest): HandledRequest {
    const problem = this.#cutShort.get(handled.request);
    if (problem === undefined) return handled;
    const trace = { ...handled.trace, why: problem.message, violations: [problem.message] };
    return { ...handled, trace, answer: problem.answer(), verdict: "malformed" };
  }
}
