import type { IncomingMessage } from "node:http";
import { bodyBytes, type ExpectedResponse } from "@image-apis/conformance/judging";
import { type CannedResponse, startCaptureServer } from "@image-apis/testing/capture-server";
import { type CapturedBody, readBody } from "./captured-body.ts";

/** A request as it arrived. */
export interface CapturedRequest {
  method: string;
  /** Path and query, encoded. */
  target: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: CapturedBody;
}

/** A server on a free port of 127.0.0.1 that notes what it is sent and responds as it is told. */
export interface CaptureServer {
  url: string;
  /** Says how the next requests are responded to, and forgets those before. */
  prepare(response: ExpectedResponse): void;
  /** The requests since `prepare`. */
  captured(): readonly CapturedRequest[];
  close(): Promise<void>;
}

/** Starts one; unprepared, it responds with 500. */
export async function captureServer(): Promise<CaptureServer> {
  let prepared: ExpectedResponse = { status: 500, mediaType: undefined, body: { kind: "none" } };
  const { url, requests, close } = await startCaptureServer(capture, () => canned(prepared));
  return {
    url,
    prepare(response) {
      prepared = response;
      requests.length = 0;
    },
    captured: () => [...requests],
    close,
  };
}

function canned({ status, mediaType, body }: ExpectedResponse): CannedResponse {
  const headers = mediaType === undefined ? {} : { "Content-Type": mediaType };
  return { status, headers, body: bodyBytes(body) };
}

async function capture(request: IncomingMessage): Promise<CapturedRequest> {
  const { method = "", url = "" } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
  return { method, target: url, headers, body: await readBody(request) };
}
