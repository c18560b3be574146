import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { bodyLimits, type Limits } from "@image-apis/spec";
import { isJson } from "../negotiation/media-type.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import { FileIntake } from "./file-intake.ts";
import { fileParts } from "./file-parts.ts";
import type { FileSink } from "./file-sink.ts";
import { readForm } from "./form.ts";
import { bodyFraming, unsupportedBody } from "./framing.ts";
import { readJson } from "./json-body.ts";
import { OpenSinks } from "./open-sinks.ts";
import type { ReceivedBody } from "./received-body.ts";
import { letGo } from "./spent-chunk.ts";

/** A request as far as its body goes. */
export interface BodySource {
  headers: IncomingHttpHeaders;
  stream: Readable;
}

/** What is to become of a body while it is read. */
export interface Reading<Stored> {
  /** Where its files go; they are only measured by default. */
  sinks?: OpenSinks<Stored> | undefined;
  /** Whether nobody else looks at its bytes, so that their memory may be given back as they pass. */
  isSpent?: boolean;
}

/**
 * Reads a request's body to its end. Where it throws, its sinks are still to be aborted.
 *
 * @throws Problem 415 for a media type that the operation does not document, 400 for a body that is malformed,
 * 413 for a JSON body of more than 1 MiB; what a sink throws; an Error where the client went away.
 */
export async function readBody<Stored>(
  { document, operation }: Pick<ContractOperation, "document" | "operation">,
  { headers, stream }: BodySource,
  { sinks = new OpenSinks<Stored>(), isSpent = false }: Reading<Stored> = {},
): Promise<ReceivedBody<Stored>> {
  // Its end has been missed where the client went away while something else was waited for.
  if (stream.destroyed && !stream.readableEnded) throw new Error("The client went away.");
  const { hasBody, contentType, mediaType, media } = bodyFraming(operation, headers);
  if (!hasBody) return { kind: "none" };
  if (media === undefined) {
    if (await isEmpty(stream)) return { kind: "none" };
    throw unsupportedBody(operation, headers);
  }
  const documented = operation.requestBody?.content[media] ?? {};
  if (media.startsWith("multipart/")) {
    const limits = fileParts(document, documented);
    const parts = await readForm(stream, contentType, { limits, sinks, isSpent });
    return { kind: "form", media, parts };
  }
  if (isJson(media)) {
    const json = await readJson(stream);
    return json === undefined ? { kind: "none" } : { kind: "json", media, value: json.value };
  }
  const { "": own = {} } = bodyLimits(document, documented);
  const open = () => sinks.open({ name: "", filename: undefined, mediaType, limits: own });
  const file = await readFile(stream, { mediaType, limits: own, open, sinks, isSpent });
  return file.bytes === 0 ? { kind: "none" } : { kind: "file", media, file };
}

interface RawFile<Stored> {
  mediaType: string;
  limits: Limits;
  open(): FileSink<Stored> | undefined;
  sinks: OpenSinks<Stored>;
  isSpent: boolean;
}

async function readFile<Stored>(
  stream: Readable,
  { mediaType, limits, open, sinks, isSpent }: RawFile<Stored>,
) {
  const { maxBytes = Number.POSITIVE_INFINITY } = limits;
  const intake = new FileIntake({ filename: undefined, mediaType, maxBytes, open }, sinks);
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const taken = intake.add(chunk as Buffer);
    if (taken !== undefined) await taken;
    if (isSpent) letGo(chunk as Buffer);
  }
  return intake.end();
}

async function isEmpty(stream: Readable): Promise<boolean> {
  let bytes = 0;
  for await (const chunk of stream) bytes += (chunk as Buffer).length;
  return bytes === 0;
}
