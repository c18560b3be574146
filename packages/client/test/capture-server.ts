import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { type CannedResponse, startCaptureServer } from "@image-apis/testing/capture-server";
import busboy from "busboy";
import { onTestFinished } from "vitest";

/** One part of a form as it arrived. */
export interface CapturedPart {
  name: string;
  filename: string;
  mediaType: string;
  sha1: string;
}

/** A request as it arrived. */
export interface CapturedRequest {
  method: string;
  /** Path and query, as they stood in the request line. */
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The parts of a form, in their order; none for another body. */
  parts: CapturedPart[];
  /** The parts of a form that are not files, in their order. */
  fields: [name: string, value: string][];
}

/** What the server answers; `json` is written as JSON. */
export interface CannedAnswer extends CannedResponse {
  json?: unknown;
}

export interface CaptureServer {
  url: string;
  requests: CapturedRequest[];
  /** The one request there was. */
  only(): CapturedRequest;
  /** Sets what is answered from now on; `{}` with 200 until then. */
  answer(answer: CannedAnswer): void;
}

/** Starts a server that writes down what it gets. It ends with the test. */
export async function captureServer(): Promise<CaptureServer> {
  let canned: CannedAnswer = { json: {} };
  const { url, requests, close } = await startCaptureServer(capture, () => {
    const { status = 200, headers, body, json } = canned;
    const type = json === undefined ? {} : { "Content-Type": "application/json" };
    return {
      status,
      headers: { ...type, ...headers },
      body: json === undefined ? body : JSON.stringify(json),
    };
  });
  onTestFinished(close);
  return {
    url,
    requests,
    only() {
      const [request, ...others] = requests;
      if (request === undefined || others.length > 0) {
        throw new Error(`One request was expected; there were ${requests.length}.`);
      }
      return request;
    },
    answer(answer) {
      canned = answer;
    },
  };
}

/** Writes a request down. */
export async function capture(request: IncomingMessage): Promise<CapturedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { method = "", url = "", headers } = request;
  const isForm = headers["content-type"]?.startsWith("multipart/form-data") ?? false;
  const form = isForm ? await parse(headers, body) : { parts: [], fields: [] };
  return { method, target: url, headers, body, ...form };
}

async function parse(headers: IncomingHttpHeaders, body: Buffer) {
  const parts: CapturedPart[] = [];
  const fields: [name: string, value: string][] = [];
  const parser = busboy({ headers, defParamCharset: "utf8" });
  parser.on("file", (name, stream, { filename = "", mimeType }) => {
    const hash = createHash("sha1");
    stream.on("data", (chunk) => hash.update(chunk));
    stream.on("end", () => {
      parts.push({ name, filename, mediaType: mimeType, sha1: hash.digest("hex") });
    });
  });
  parser.on("field", (name, value) => fields.push([name, value]));
  await new Promise((parsed, failed) => {
    parser.on("close", parsed).on("error", failed).end(body);
  });
  return { parts, fields };
}

export function sha1(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}
