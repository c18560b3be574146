import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fingerprint } from "@image-apis/conformance/judging";
import { essence, isJson } from "@image-apis/http-contract";
import busboy from "busboy";

/** A part of a form as it arrived; the bytes are named by number and SHA-1. */
export interface CapturedPart {
  name: string;
  filename: string;
  mediaType: string;
  bytes: string;
}

/** What a request carried: the parts of a form, a JSON value, whose keys have no order, or bytes. */
export type CapturedBody = { parts: CapturedPart[] } | { json: unknown } | { bytes: string };

/** A body on its way, with the headers that say what it is. */
export type ReceivedStream = Readable & Pick<IncomingMessage, "headers">;

/** Reads a body to its end. Only sums are kept of its bytes. */
export async function readBody(request: ReceivedStream): Promise<CapturedBody> {
  const { "content-type": contentType = "" } = request.headers;
  if (isJson(contentType)) return jsonBody(await buffer(request));
  if (essence(contentType) !== "multipart/form-data") return { bytes: await sum(request) };
  try {
    return { parts: await readParts(request) };
  } catch (error) {
    request.resume();
    return { bytes: `no form that can be read: ${error}` };
  }
}

/** The value of a JSON body; what is not JSON stays bytes. */
export function jsonBody(bytes: Uint8Array): CapturedBody {
  try {
    return { json: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return { bytes: fingerprint(bytes) };
  }
}

async function readParts(request: ReceivedStream): Promise<CapturedPart[]> {
  const parts: Promise<CapturedPart>[] = [];
  const form = busboy({ headers: request.headers, defParamCharset: "utf8" });
  form.on("file", (name, stream, { filename = "", mimeType }) => {
    parts.push(sum(stream).then((bytes) => ({ name, filename, mediaType: mimeType, bytes })));
  });
  form.on("field", (name, value, { mimeType }) => {
    const bytes = textInWords(new TextEncoder().encode(value));
    parts.push(Promise.resolve({ name, filename: "", mediaType: mimeType, bytes }));
  });
  await pipeline(request, form);
  return Promise.all(parts);
}

/** What a part without a file name says. */
export function textInWords(bytes: Uint8Array): string {
  return `the text ${JSON.stringify(new TextDecoder().decode(bytes))}`;
}

/** The same words as `fingerprint` has. */
async function sum(stream: Readable): Promise<string> {
  const hash = createHash("sha1");
  let size = 0;
  // The cast: a stream without an encoding yields buffers.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    hash.update(chunk);
  }
  return `${size} bytes with SHA-1 ${hash.digest("hex")}`;
}
