import type { Uploadable } from "@image-apis/types";
import { asBlob, isUploadable, nameOf } from "./file.ts";
import { isJson } from "./media-type.ts";

/** What an operation sends: its media type and, for a form, its parts; else one file or a JSON value. */
export interface CallBody {
  mediaType: string;
  content: unknown;
}

/** A body as `fetch` takes it. */
export interface EncodedBody {
  body: FormData | Uploadable | string;
  /** Undefined for a form: only `fetch` knows its boundary. */
  contentType: string | undefined;
}

/** The files of one part of a body; a raw file is the part `""`. */
export interface PartFiles {
  part: string;
  files: Uploadable[];
  /** Whether the part is a list, however long. */
  repeated: boolean;
}

/** Every part of a body that holds files. */
export function filesOf({ content }: CallBody): PartFiles[] {
  if (isUploadable(content)) return [{ part: "", files: [content], repeated: false }];
  return Object.entries(content as Record<string, unknown>).flatMap(([part, value]) => {
    const repeated = Array.isArray(value);
    const files: unknown[] = repeated ? value : [value];
    return files.every(isUploadable) ? [{ part, files, repeated }] : [];
  });
}

/**
 * Writes a body down. openapi-fetch would send any file as the JSON text `{}`, so it is given nothing but finished
 * bodies.
 */
export function encodeBody(body: CallBody): EncodedBody {
  const { mediaType, content } = body;
  if (isUploadable(content)) return { body: content, contentType: mediaType };
  if (isJson(mediaType)) return { body: JSON.stringify(content), contentType: mediaType };
  const form = new FormData();
  for (const { part, files } of filesOf(body)) {
    for (const file of files) form.append(part, asBlob(file), nameOf(file));
  }
  return { body: form, contentType: undefined };
}
