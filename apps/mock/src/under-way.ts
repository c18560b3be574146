import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A request, whole or not, whose answer has not ended. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** What is under way on every connection. */
export class UnderWay {
  readonly #bySocket = new WeakMap<Socket, Set<Exchange>>();
  readonly #last = new WeakMap<Socket, IncomingMessage>();

  /** Takes note of a request until its answer has ended. */
  follow(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const all = this.#bySocket.get(socket) ?? new Set();
    this.#bySocket.set(socket, all);
    const one = { request, response };
    all.add(one);
    this.#last.set(socket, request);
    response.once("close", () => all.delete(one));
  }

  /** What is under way on a connection, in the order in which it arrived. */
  on(socket: Socket): Exchange[] {
    return [...(this.#bySocket.get(socket) ?? [])];
  }

  /** Whether a connection is still to bring the rest of a request that has its answer already. */
  isAnsweredEarly(socket: Socket): boolean {
    const last = this.#last.get(socket);
    return last?.complete === false && this.on(socket).every(({ request }) => request !== last);
  }

  /** Whether an answer is the one that its connection carries now, and none is to come after it. */
  isOnlyOne({ req, socket }: ServerResponse): boolean {
    return socket !== null && this.on(req.socket).length === 1;
  }
}
