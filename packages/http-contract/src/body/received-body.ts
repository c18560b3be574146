import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Operation } from "@image-apis/spec";
import { documentedMediaType, isJson, mediaTypeOf } from "../negotiation/media-type.ts";
import { Problem } from "../problem/problem.ts";
import { type FormPart, readForm } from "./form.ts";
import { jsonFault } from "./json-fault.ts";
import { type Keeping, type Measurement, Meter } from "./measurement.ts";
import { letGo } from "./spent-chunk.ts";

/** A request as far as its body goes. */
export interface BodySource {
  headers: IncomingHttpHeaders;
  stream: Readable;
}

/** A request's body after it has passed; `media` is the documented media type it was read as. */
export type ReceivedBody =
  | { kind: "none" }
  | { kind: "json"; media: string; value: unknown }
  | { kind: "file"; media: string /** As it was sent. */; mediaType: string; file: Measurement }
  | { kind: "form"; media: string; parts: FormPart[] };

/** JSON bodies are held in memory; files and forms are not, and have no such limit. */
const maxJsonBytes = 1024 * 1024;

/**
 * Reads a request's body to its end.
 *
 * @throws Problem 415 for a media type that the operation does not document, 400 for a body that is malformed,
 * 413 for a JSON body of more than 1 MiB; an Error where the client went away.
 */
export async function receiveBody(
  operation: Operation,
  source: BodySource,
  keeping: Keeping = {},
): Promise<ReceivedBody> {
  const { headers, stream } = source;
  const documented = Object.keys(operation.requestBody?.content ?? {});
  const contentType = headers["content-type"] ?? "application/octet-stream";
  const mediaType = mediaTypeOf(contentType) ?? "";
  const media = documentedMediaType(documented, mediaType);
  if (isWithoutBody(headers)) return { kind: "none" };
  if (media === undefined || isEncoded(headers)) {
    if ((await measure(stream)).bytes === 0) return { kind: "none" };
    throw unsupported(documented, headers);
  }
  if (media.startsWith("multipart/")) {
    return { kind: "form", media, parts: await readForm(stream, contentType, keeping) };
  }
  if (isJson(media)) return readJson(stream, media);
  const file = await measure(stream, keeping);
  return file.bytes === 0 ? { kind: "none" } : { kind: "file", media, mediaType, file };
}

/** Lets go of the bytes that were kept of a body; what is known of its files stays. */
export function forgetContent(body: ReceivedBody | undefined): void {
  if (body?.kind === "file") delete body.file.content;
  if (body?.kind === "form") for (const { file } of body.parts) delete file?.content;
}

function unsupported(documented: string[], headers: IncomingHttpHeaders): Problem {
  if (documented.length === 0) {
    return new Problem(415, "This operation takes no body. Send none.");
  }
  if (isEncoded(headers)) {
    return new Problem(415, "The body is compressed (Content-Encoding). Send it as it is.");
  }
  const sent = headers["content-type"];
  const what = sent === undefined ? "The body has no Content-Type." : `The body is "${sent}".`;
  return new Problem(415, `${what} This operation takes ${documented.join(", ")}.`, {
    headers: { Accept: documented.join(", ") },
  });
}

/** Whether the head of a request says that no body follows (RFC 9112, 6.3). */
function isWithoutBody(headers: IncomingHttpHeaders): boolean {
  return (
    headers["transfer-encoding"] === undefined && !/[1-9]/.test(headers["content-length"] ?? "")
  );
}

function isEncoded(headers: IncomingHttpHeaders): boolean {
  const coding = headers["content-encoding"]?.trim().toLowerCase() ?? "";
  return coding !== "" && coding !== "identity";
}

async function measure(stream: Readable, keeping: Keeping = {}): Promise<Measurement> {
  const meter = new Meter(keeping);
  for await (const chunk of stream) {
    meter.add(chunk as Buffer);
    if (keeping.isSpent) letGo(chunk as Buffer);
  }
  return meter.result();
}

async function readJson(stream: Readable, media: string): Promise<ReceivedBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The request must outlive a refusal, because the refusal travels on its connection.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxJsonBytes) {
      throw new Problem(413, `The JSON body has more than ${maxJsonBytes} bytes.`);
    }
    chunks.push(chunk as Buffer);
  }
  if (bytes === 0) return { kind: "none" };
  try {
    return { kind: "json", media, value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${jsonFault(error as Error)}.`);
  }
}
