import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { answerClientError } from "./client-error.ts";
import { PortTakenError } from "./port-taken-error.ts";

/** A running server. */
export interface Listening {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:4010`. */
  url: string;
  /** Lets the answers under way finish, for two seconds at most, then ends every connection and frees the port. */
  close(): Promise<void>;
}

const graceMilliseconds = 2000;

/**
 * Lets a server listen.
 *
 * @param closing is aborted when it is told to close.
 * @throws PortTakenError where something else listens on the port.
 */
export function listen(
  server: Server,
  { port, host }: { port: number; host: string },
  closing: AbortController,
): Promise<Listening> {
  server.on("clientError", answerClientError);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortTakenError(port) : error);
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
      const close = () =>
        new Promise<void>((closed) => {
          closing.abort();
          const late = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
          server.close(() => {
            clearTimeout(late);
            closed();
          });
        });
      resolve({ url: `http://${name}:${address.port}`, close });
    });
  });
}
