import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface CapturedRequest {
  method: string;
  target: string;
  headers: Headers;
  body: Buffer;
}

export interface CaptureServer {
  url: string;
  requests: CapturedRequest[];
  close(): void;
}

/** A file that the server hands out, beside what it captures. */
export interface Page {
  type: string;
  content: string | Buffer;
  headers?: Record<string, string>;
}

/** The documented kinds of responses, by the beginning of their path. */
const responses: [path: string, status: number, body: unknown][] = [
  ["/v2/customers/8015/", 400, { errors: [{ code: 8015, message: "No customer", status: false }] }],
  ["/v2/customers/307", 307, {}],
  ["/v2/customers/", 200, { data: [], warnings: [], errors: [] }],
  ["/api/v1/Person/", 200, 167],
];

/** Starts a server that writes down what it gets, apart from requests for its pages. */
export async function captureServer(pages: ReadonlyMap<string, Page>): Promise<CaptureServer> {
  const requests: CapturedRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      // A request that broke off is not one.
      return;
    }
    const { method = "", url = "" } = request;
    allow(response);
    const page = pages.get(url);
    if (method === "OPTIONS" || url === "/favicon.ico") return response.writeHead(204).end();
    if (page !== undefined) {
      response.writeHead(200, { "Content-Type": page.type, ...page.headers });
      return response.end(page.content);
    }
    const headers = new Headers(request.headers as Record<string, string>);
    requests.push({ method, target: url, headers, body: Buffer.concat(chunks) });
    const [, status, body] = responses.find(([path]) => url.startsWith(path)) ?? ["", 404, {}];
    const location = status === 307 ? { Location: "/elsewhere" } : {};
    response.writeHead(status, { "Content-Type": "application/json", ...location });
    return response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page may come from anywhere: jsdom and happy-dom have an origin of their own. */
function allow(response: ServerResponse): void {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Allow-Headers", "*");
  response.setHeader("Access-Control-Allow-Methods", "*");
}
