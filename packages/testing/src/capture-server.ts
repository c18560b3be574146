import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A response to write. */
export interface CannedResponse {
  /** 200 when left out. */
  status?: number;
  headers?: Record<string, string>;
  /** Nothing when left out. */
  body?: string | Uint8Array | undefined;
}

/** A server that writes down the requests it gets, in their order. */
export interface CaptureServer<Captured> {
  /** Without a path. */
  url: string;
  requests: Captured[];
  /** Ends the server and its connections. */
  close(): Promise<void>;
}

/**
 * Starts a server on a free port of 127.0.0.1.
 *
 * @param capture Reads a request to its end. A request that breaks off is not written down.
 * @param respond The response to a captured request.
 * @param serve The response to a request that is not to be captured, such as for a page; `undefined` for the rest.
 */
export async function startCaptureServer<Captured>(
  capture: (request: IncomingMessage) => Promise<Captured>,
  respond: (captured: Captured) => CannedResponse,
  serve: (request: IncomingMessage) => CannedResponse | undefined = () => undefined,
): Promise<CaptureServer<Captured>> {
  const requests: Captured[] = [];
  const server = createServer(async (request, response) => {
    try {
      let canned = serve(request);
      if (canned === undefined) {
        const captured = await capture(request);
        requests.push(captured);
        canned = respond(captured);
      }
      const { status = 200, headers, body } = canned;
      response.writeHead(status, headers).end(body);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    // The cast: a server that listens on a port has an address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
