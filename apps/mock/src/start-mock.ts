import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { apiNames, loadDocument, loadExchanges } from "@image-apis/spec";
import { PortTakenError } from "./port-taken-error.ts";
import { mockListener } from "./server.ts";
import { serving } from "./serving.ts";
import { newWorkings } from "./workings.ts";

export interface MockOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to listen on; `127.0.0.1` by default. */
  host?: string;
}

/** The running mock. */
export interface Mock {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:4010`. */
  url: string;
  /** Lets the answers under way finish, for two seconds at most, then ends every connection and frees the port. */
  close(): Promise<void>;
}

const graceMilliseconds = 2000;

/**
 * Serves every API of `@image-apis/spec` on one port.
 *
 * @throws PortTakenError where something else listens on the port; an Error where a document says something
 * that the mock cannot serve.
 */
export async function startMock({ port, host = "127.0.0.1" }: MockOptions): Promise<Mock> {
  const apis = apiNames().map((name) => ({
    name,
    document: loadDocument(name),
    exchanges: loadExchanges(name),
  }));
  const server = createServer(mockListener(newWorkings(await serving(apis))));
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortTakenError(port) : error);
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
      resolve({
        url: `http://${name}:${address.port}`,
        close: () =>
          new Promise((closed) => {
            const late = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
            server.close(() => {
              clearTimeout(late);
              closed();
            });
          }),
      });
    });
  });
}
