import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import compression from "compression";
import sirv from "sirv";

/** Serves a folder as a static host does, compressed; a file whose name is made from its content may be kept for good. */
export async function serveFolder(
  folder: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const compress = compression();
  const files = sirv(folder, {
    setHeaders(response, path) {
      const kept = /[.-][\w-]{8,}\.\w+$/.test(path);
      const value = kept ? "public, max-age=31536000, immutable" : "no-store";
      response.setHeader("Cache-Control", value);
    },
  });
  const server = createServer((request, response) => {
    // Else it takes Brotli, and the pages that a maker's host stands in for do not.
    request.headers["accept-encoding"] = "gzip";
    // The casts: it is written for Express, and needs no more than this of it.
    compress(request as never, response as never, () => files(request, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // The cast: a server that listens on a port has an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
}
