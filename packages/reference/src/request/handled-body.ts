import {
  type FormPart,
  imageType,
  type ReceivedBody,
  type ReceivedFile,
} from "@image-apis/http-contract";
import { type OpenApiDocument, type Operation, resolve, type Schema } from "@image-apis/spec";
import type { StoredBytes, StoredFile } from "../store/files.ts";

/** A body as handlers get it. */
export interface HandledBody {
  mediaType: string;
  content: unknown;
}

/** Gives a body the form that the document describes: the parts of a form are properties, in lists where there are several. */
export async function handledBody(
  document: OpenApiDocument,
  { requestBody }: Operation,
  body: ReceivedBody<StoredBytes>,
): Promise<HandledBody | undefined> {
  if (body.kind === "none") return undefined;
  if (body.kind === "json") return { mediaType: body.media, content: body.value };
  if (body.kind === "file") {
    return { mediaType: body.file.mediaType, content: await storedFile(body.file) };
  }
  const schema = requestBody?.content[body.media]?.schema;
  const properties = schema === undefined ? {} : resolve<Schema>(document, schema).properties;
  const content: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties ?? {})) {
    const values = await Promise.all(valuesOf(name, body.parts));
    const isList = resolve<Schema>(document, property).type === "array";
    if (isList) content[name] = values;
    else if (values.length > 0) content[name] = values[0];
  }
  return { mediaType: body.media, content };
}

/** What a form has for a name, in its order. The vendor's prose writes some names in capitals: the case does not count. */
function valuesOf(name: string, parts: readonly FormPart<StoredBytes>[]) {
  const named = parts.filter((part) => part.name?.toLowerCase() === name.toLowerCase());
  return named.flatMap(({ file, text }): (Promise<StoredFile> | string)[] => {
    if (file === undefined) return text === undefined ? [] : [text];
    // A browser sends an empty file without a name for a field in which nothing was chosen.
    return file.bytes > 0 || file.filename !== undefined ? [storedFile(file)] : [];
  });
}

async function storedFile(file: ReceivedFile<StoredBytes>): Promise<StoredFile> {
  const { bytes: size, sha256, head, mediaType, stored } = file;
  return {
    size,
    sha256,
    mediaType: (head && (await imageType(head))) ?? mediaType,
    bytes: stored,
  };
}
