import type { DocumentedRoute } from "@image-apis/types";
import type { CallBody } from "../upload/call-body.ts";
import { isUploadable, mediaTypeOf } from "../values/file.ts";
import { kindOf } from "../values/kind.ts";
import { essence, isJson } from "../values/media-type.ts";

/**
 * The body of a `raw` call, as its route documents it: typed by the document, or anything that a `fetch` takes.
 * openapi-fetch's own serializer sees neither the path nor the media type, and makes JSON of a file.
 *
 * @param asked The Content-Type of the caller, if there is one.
 * @param isWritten Whether the caller's own serializer wrote it, so that a text is not JSON still to be written.
 * @throws TypeError When it cannot be written as any documented media type.
 */
export async function rawBody(
  content: unknown,
  asked: string | undefined,
  route: DocumentedRoute | undefined,
  isWritten: boolean,
): Promise<CallBody> {
  if (isUploadable(content)) return { mediaType: asked ?? mediaTypeOf(content), content };
  if (isForm(content)) {
    return { mediaType: formType(route?.requestMediaTypes), content: partsOf(content) };
  }
  const documented = route?.requestMediaTypes ?? ["application/json"];
  const mediaType = asked ?? mediaTypeFor(content, documented);
  if (isMultipart(mediaType) && isParts(content)) {
    // The boundary of the caller's own header is not the one that is written.
    return { mediaType: essence(mediaType), content };
  }
  const isText = typeof content === "string" && (isWritten || !isJson(mediaType));
  if (isText || content instanceof URLSearchParams || content instanceof ReadableStream) {
    return written(content, asked);
  }
  if (essence(mediaType) === urlEncoded) {
    // The cast: openapi-fetch does the same.
    return written(new URLSearchParams(content as Record<string, string>), asked);
  }
  if (isJson(mediaType)) return { mediaType, content };
  throw new TypeError(`body: ${mediaType} takes a file, a form, or a text.`);
}

const urlEncoded = "application/x-www-form-urlencoded";

type Content = ConstructorParameters<typeof Response>[0];

/** A body as `fetch` writes it, with the media type that `fetch` gives it. */
async function written(content: Content, asked: string | undefined): Promise<CallBody> {
  const response = new Response(content);
  return {
    mediaType: asked ?? response.headers.get("content-type") ?? "",
    content: new Uint8Array(await response.arrayBuffer()),
    isWritten: true,
  };
}

/** An object with a file in it is a form, whatever else is documented; any other is JSON where that is documented. */
function mediaTypeFor(content: unknown, documented: readonly string[]): string {
  const isFiles = isParts(content) && Object.values(content).flat().some(isUploadable);
  if (isFiles) return formType(documented);
  const form = isParts(content) ? documented.find(isMultipart) : undefined;
  return documented.find(isJson) ?? form ?? documented[0] ?? "";
}

function formType(documented: readonly string[] = []): string {
  return documented.find(isMultipart) ?? "multipart/form-data";
}

const isMultipart = (mediaType: string) => /^multipart\//i.test(mediaType);

function isParts(content: unknown): content is Record<string, unknown> {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

/** Whether a value is a form of any realm. */
function isForm(content: unknown): content is FormData {
  return kindOf(content) === "FormData";
}

/** The parts of a form, those of the same name as a list. */
function partsOf(form: FormData): Record<string, unknown> {
  const parts: Record<string, unknown[]> = {};
  for (const [name, value] of form) {
    parts[name] ??= [];
    parts[name].push(value);
  }
  return parts;
}
