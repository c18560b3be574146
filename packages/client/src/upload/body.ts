import type { StreamedFile, Uploadable } from "@image-apis/types";
import { isReadOnce, isUploadable, mediaTypeOf, nameOf } from "../call/file.ts";
import { isJson } from "../call/media-type.ts";
import type { CallBody } from "../call/wire-call.ts";
import { asSource } from "./source.ts";

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
  bytes: Blob | StreamedFile;
  argument?: string;
}

/** Every file of a body, in order; what they hold is not looked at. */
export function filesOf({ content }: CallBody, argument: string): BodyFile[] {
  const detected = undefined;
  if (isUploadable(content)) return [{ part: "", file: content, argument, detected }];
  return Object.entries(content as Record<string, unknown>).flatMap(([part, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isUploadable).map((file, index) => ({
      part,
      file,
      argument: Array.isArray(value) ? `${argument}[${index}]` : argument,
      detected,
    })),
  );
}

/** Writes a body down. A form is written here, and not by `fetch`, so that every runtime sends the same bytes. */
export function encodeBody(body: CallBody, files: readonly BodyFile[]): EncodedBody {
  const { mediaType, content } = body;
  const replayable = !files.some(({ file }) => isReadOnce(file));
  if (isJson(mediaType)) {
    const bytes = new Blob([JSON.stringify(content)]);
    return { contentType: mediaType, isForm: false, sources: [{ bytes }], replayable };
  }
  const [first] = files;
  if (first?.part === "") {
    const source = { bytes: asSource(first.file), argument: first.argument };
    return { contentType: mediaType, isForm: false, sources: [source], replayable };
  }
  const boundary = `image-apis-${crypto.randomUUID()}`;
  const sources = files.flatMap((it) => [
    { bytes: new Blob([partHead(boundary, it)]) },
    { bytes: asSource(it.file), argument: it.argument },
    { bytes: new Blob(["\r\n"]) },
  ]);
  const end = { bytes: new Blob([`--${boundary}--\r\n`]) };
  const contentType = `${mediaType}; boundary=${boundary}`;
  return { contentType, isForm: true, sources: [...sources, end], replayable };
}

function partHead(boundary: string, { part, file, detected }: BodyFile): string {
  const type = mediaTypeOf(file) || detected || "application/octet-stream";
  return (
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(part)}"; ` +
    `filename="${quoted(nameOf(file))}"\r\nContent-Type: ${type}\r\n\r\n`
  );
}

/** A name as every browser writes it: UTF-8, with only what would end it escaped. */
function quoted(name: string): string {
  return name.replace(/\r\n|\r|\n/g, (it) => encodeURIComponent(it)).replace(/"/g, "%22");
}
