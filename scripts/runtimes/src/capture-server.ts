import { createServer } from "node:http";
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

/** The documented kinds of answers, by the beginning of their path. */
const answers: [path: string, status: number, body: unknown][] = [
  ["/v2/customers/8015/", 400, { errors: [{ code: 8015, message: "No customer", status: false }] }],
  ["/v2/customers/", 200, { data: [], warnings: [], errors: [] }],
  ["/api/v1/Person/", 200, 167],
];

/** Starts a server that writes down what it gets. */
export async function captureServer(): Promise<CaptureServer> {
  const requests: CapturedRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "" } = request;
    const headers = new Headers(request.headers as Record<string, string>);
    requests.push({ method, target: url, headers, body: Buffer.concat(chunks) });
    const [, status, body] = answers.find(([path]) => url.startsWith(path)) ?? ["", 404, {}];
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(body));
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
