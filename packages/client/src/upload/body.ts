import type { Uploadable } from "@image-apis/types";
import { isReadOnce, isUploadable, mediaTypeOf, nameOf } from "../values/file.ts";
import { bytesOnly, essence, isJson } from "../values/media-type.ts";
import { argumentOf, type CallBody, type FileArguments } from "./call-body.ts";
import { asSource, type Bytes } from "./source.ts";

/** A file of a body. */
export interface BodyFile {
  /** The name of its part; `""` where it is the whole body. */
  part: string;
  file: Uploadable;
  /** The option it came from, for example `files[2]`. */
  argument: string;
  /** Its media type, read from its first bytes; undefined where they tell nothing. */
  detected: string | undefined;
}

/** A body as bytes: what they are called, and where they come from, one after the other. */
export interface EncodedBody {
  contentType: string;
  /** Whether it is a form, whose Content-Type names the boundary. */
  isForm: boolean;
  sources: readonly Source[];
  /** Whether the bytes can be read again, for another attempt. */
  replayable: boolean;
}

/** Some of the bytes of a body; of a file, the option it came from. */
export interface Source {
  bytes: Bytes;
  argument?: string;
}

/** Every file of a body, in order; what they hold is not looked at. */
export function filesOf({ content, isWritten }: CallBody, options: FileArguments): BodyFile[] {
  const detected = undefined;
  if (isWritten || typeof content !== "object" || content === null) return [];
  if (isUploadable(content)) {
    return [{ part: "", file: content, argument: argumentOf(options, ""), detected }];
  }
  return Object.entries(content as Record<string, unknown>).flatMap(([part, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isUploadable).map((file, index) => ({
      part,
      file,
      argument: argumentOf(options, part) + (Array.isArray(value) ? `[${index}]` : ""),
      detected,
    })),
  );
}

/** Writes a body down. A form is written here, and not by `fetch`, so that every runtime sends the same bytes. */
export function encodeBody(body: CallBody, files: readonly BodyFile[]): EncodedBody {
  const { mediaType, content } = body;
  const replayable = !files.some(({ file }) => isReadOnce(file));
  if (body.isWritten || isJson(mediaType)) {
    // The cast: see `isWritten`.
    const bytes = body.isWritten ? (content as Uint8Array) : encoded(JSON.stringify(content));
    return { contentType: mediaType, isForm: false, sources: [{ bytes }], replayable };
  }
  const [first] = files;
  if (first?.part === "") {
    const source = { bytes: asSource(first.file), argument: first.argument };
    return { contentType: mediaType, isForm: false, sources: [source], replayable };
  }
  const boundary = boundaryName();
  const fields = fieldsOf(content as Record<string, unknown>).map(([name, value]) => ({
    bytes: encoded(fieldPart(boundary, name, value)),
  }));
  const sources = files.flatMap((it) => [
    { bytes: encoded(partHead(boundary, it)) },
    { bytes: asSource(it.file), argument: it.argument },
    { bytes: encoded("\r\n") },
  ]);
  const end = { bytes: encoded(`--${boundary}--\r\n`) };
  const contentType = `${mediaType}; boundary=${boundary}`;
  return { contentType, isForm: true, sources: [...fields, ...sources, end], replayable };
}

/** A boundary that no file contains by chance. `crypto.randomUUID` is missing from pages that are served over plain HTTP. */
function boundaryName(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `image-apis-${Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function partHead(boundary: string, { part, file, detected }: BodyFile): string {
  const declared = mediaTypeOf(file);
  const type =
    (essence(declared) === bytesOnly ? detected : "") || declared || detected || bytesOnly;
  return (
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(part)}"; ` +
    `filename="${quoted(nameOf(file))}"\r\nContent-Type: ${type}\r\n\r\n`
  );
}

/** Not as a Blob: those of jsdom cannot be read as a stream. */
function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The parts of a form that are not files, one for each value. */
function fieldsOf(content: Record<string, unknown>): [name: string, value: unknown][] {
  return Object.entries(content).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((it) => it !== undefined && it !== null && !isUploadable(it))
      .map((it): [string, unknown] => [name, it]),
  );
}

/** A part that is not a file; an object travels as JSON, as OpenAPI has it. */
function fieldPart(boundary: string, name: string, value: unknown): string {
  const isObject = typeof value === "object";
  return (
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n` +
    `${isObject ? "Content-Type: application/json\r\n" : ""}\r\n` +
    `${isObject ? JSON.stringify(value) : String(value)}\r\n`
  );
}

/** A name as every browser writes it: UTF-8, with only what would end it escaped. */
function quoted(name: string): string {
  return name.replace(/\r\n|\r|\n/g, (it) => encodeURIComponent(it)).replace(/"/g, "%22");
}
