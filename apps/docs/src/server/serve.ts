import { existsSync, readFileSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { mediaTypeOf } from "./media-type.ts";
import { namingMock } from "./named-mock.ts";
import { PortTakenError } from "./port-taken-error.ts";
import { siteFolder } from "./site-folder.ts";

export interface ServeOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to listen on; `127.0.0.1` by default. */
  host?: string;
  /** The built site to serve; this package's own by default. */
  folder?: string;
  /** Where a mock runs that the pages are to name; by default the one they were built with. */
  mockUrl?: string;
  /** Sees every request before the site does, and says whether it responded to it. */
  first?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** The running site. */
export interface DocsServer {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:4000`. */
  url: string;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves the built site.
 *
 * @throws PortTakenError where something else listens on the port; an Error where the site is not built.
 */
export function serveDocs(options: ServeOptions): Promise<DocsServer> {
  const { port, host = "127.0.0.1", folder = siteFolder(), mockUrl } = options;
  return new Promise((resolve, reject) => {
    if (!existsSync(join(folder, "index.html"))) {
      reject(new Error("The site is not built yet. Run `npm run build` first."));
      return;
    }
    const site =
      mockUrl === undefined ? answer(folder) : namingMock(folder, mockUrl, answer(folder));
    const server = createServer((request, response) => {
      if (options.first?.(request, response) !== true) site(request, response);
    });
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
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function answer(folder: string): RequestListener {
  // `dev` reads the disk at every request, so that a build beside a running server shows at once.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader("X-Content-Type-Options", "nosniff");
      const type = mediaTypeOf(path);
      if (type !== undefined) response.setHeader("Content-Type", type);
      if (isHashed(path))
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    },
  });
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    // Links on a page are relative to its folder, so a page must be asked for with the slash.
    if (!pathname.endsWith("/") && existsSync(join(folder, pathname, "index.html"))) {
      response.writeHead(308, { Location: `${pathname}/${search}` }).end();
      return;
    }
    files(request, response, () => {
      const page = join(folder, "404.html");
      const text = existsSync(page) ? readFileSync(page) : "There is no page at this address.";
      response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" });
      response.end(request.method === "HEAD" ? undefined : text);
    });
  };
}

/** The name of such a file changes with its content, so a browser may keep it for good. */
function isHashed(path: string): boolean {
  return /\.[0-9a-f]{12}\.\w+$/.test(path);
}
