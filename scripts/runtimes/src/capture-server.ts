import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import {
  type CannedResponse,
  type CaptureServer,
  startCaptureServer,
} from "@image-apis/testing/capture-server";

/** A request as it arrived. */
export interface CapturedRequest {
  method: string;
  target: string;
  headers: Headers;
  body: Buffer;
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
export function captureServer(
  pages: ReadonlyMap<string, Page>,
): Promise<CaptureServer<CapturedRequest>> {
  return startCaptureServer(capture, respond, (request) => {
    const { method, url = "" } = request;
    const page = pages.get(url);
    if (method === "OPTIONS" || url === "/favicon.ico") return { status: 204, headers: open };
    if (page === undefined) return undefined;
    const headers = { ...open, "Content-Type": page.type, ...page.headers };
    return { headers, body: page.content };
  });
}

async function capture(request: IncomingMessage): Promise<CapturedRequest> {
  const { method = "", url = "" } = request;
  const headers = new Headers(request.headers as Record<string, string>);
  return { method, target: url, headers, body: await buffer(request) };
}

function respond({ target }: CapturedRequest): CannedResponse {
  const [, status, body] = responses.find(([path]) => target.startsWith(path)) ?? ["", 404, {}];
  const location = status === 307 ? { Location: "/elsewhere" } : undefined;
  const headers = { ...open, "Content-Type": "application/json", ...location };
  return { status, headers, body: JSON.stringify(body) };
}

/** A page may come from anywhere: jsdom and happy-dom have an origin of their own. */
const open = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "*",
  "Access-Control-Allow-Methods": "*",
};
