import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { Problem } from "../problem/problem.ts";
import { ClientErrors } from "./client-error.ts";
import { Connections, connectionsOf } from "./connections.ts";
import { PortTakenError } from "./port-taken-error.ts";
import { rawAnswer } from "./raw-answer.ts";
import { observeRefusal, type RefusalOptions, sendRefusal } from "./refused-request.ts";
import { requestFault } from "./request-fault.ts";

/** A running server. */
export interface Listening {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:4010`. */
  url: string;
  /** Lets the answers under way finish, for the time of grace at most, then ends every connection and frees the port. */
  close(): Promise<void>;
}

export interface ListenOptions extends RefusalOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to listen on; `127.0.0.1` by default. */
  host?: string;
  server?: ServerOptions;
  /** The certificate, or a chain of them, and its key in PEM; without them the server does not speak TLS. */
  tls?: { cert: string; key: string };
  /**
   * Whether the listener tells a client that expects `100-continue` to go on, once it has read the head. That of
   * `contractListener` does; any other is taken not to, and has to share `connections` where it does.
   */
  readsHead?: boolean;
  /** Whether a client that has ended its side of the connection still gets its response; `false` by default. */
  answersHalfClosed?: boolean;
  /** As long as the answers under way may take once the server is told to close; 2,000 by default. */
  graceMilliseconds?: number;
}

/**
 * Lets a server listen. What HTTP itself does not allow is refused before the listener sees it, and observed.
 *
 * @throws PortTakenError where something else listens on the port.
 */
export function listen(listener: RequestListener, options: ListenOptions): Promise<Listening> {
  const { port, host = "127.0.0.1", answersHalfClosed = false } = options;
  const { graceMilliseconds = 2000 } = options;
  const own = connectionsOf(listener);
  const { connections = own ?? new Connections(), readsHead = connections === own } = options;
  const settings = { ...options.server, requireHostHeader: false };
  const { tls } = options;
  const server =
    tls === undefined
      ? createServer(settings)
      : // For all that is done here, a server over TLS is one over TCP.
        (createSecureServer({ ...settings, ...tls }) as unknown as Server);
  // Node has it since its beginnings, and its types do not.
  Object.assign(server, { httpAllowHalfOpen: answersHalfClosed });
  answerRequests(server, listener, { ...options, connections, readsHead });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortTakenError(port) : error);
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
      const close = () =>
        new Promise<void>((closed) => {
          connections.closing.abort();
          const late = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
          server.close(() => {
            clearTimeout(late);
            closed();
          });
        });
      resolve({ url: `${tls === undefined ? "http" : "https"}://${name}:${address.port}`, close });
    });
  });
}

function answerRequests(
  server: Server,
  listener: RequestListener,
  options: ListenOptions & { connections: Connections },
): void {
  const clientErrors = new ClientErrors(options.connections, options.observe);
  const handle = (request: IncomingMessage, response: ServerResponse, problem?: Problem) => {
    options.connections.follow(request, response);
    const refusal = requestFault(request) ?? problem;
    if (refusal === undefined) listener(request, response);
    else sendRefusal(options, request, response, refusal);
  };
  server.on("request", (request, response) => handle(request, response));
  const refuseExpectation = (request: IncomingMessage, response: ServerResponse) => {
    const { expect } = request.headers;
    handle(
      request,
      response,
      new Problem(417, `Expect is "${expect}". Nothing but 100-continue is understood.`),
    );
  };
  server.on("checkExpectation", refuseExpectation);
  // Node also takes a list that has 100-continue among others for it.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers.expect?.toLowerCase() !== "100-continue") {
      refuseExpectation(request, response);
      return;
    }
    if (options.readsHead) options.connections.holdBack(request, () => response.writeContinue());
    else response.writeContinue();
    handle(request, response);
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    const problem = new Problem(405, "This is not a proxy for CONNECT: call the API itself.");
    observeRefusal(options, request, problem);
    socket.on("error", () => socket.destroy());
    socket.end(Buffer.concat(rawAnswer(problem.answer())));
  });
  server.on("clientError", (error, socket) => {
    // An HTTP server that listens on TCP has no other sockets.
    void clientErrors.answer(error, socket as Socket);
  });
}
