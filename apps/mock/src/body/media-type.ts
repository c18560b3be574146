import { MIMEType } from "node:util";

/** The type and subtype of a Content-Type header in lower case; `undefined` where it is malformed. */
export function mediaTypeOf(contentType: string): string | undefined {
  try {
    return new MIMEType(contentType).essence;
  } catch {
    return undefined;
  }
}

/** The documented media type, or range such as `image/*`, that a media type falls under. */
export function documentedMediaType(
  documented: readonly string[],
  mediaType: string,
): string | undefined {
  const range = mediaType.replace(/\/.*/, "/*");
  return [mediaType, range, "*/*"].find((candidate) => documented.includes(candidate));
}

/** Whether a media type is JSON under any of its names. */
export function isJson(mediaType: string): boolean {
  return /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(mediaType);
}

/** Whether a media type is XML under any of its names. */
export function isXml(mediaType: string): boolean {
  return /^(?:application|text)\/(?:[\w.-]+\+)?xml$/.test(mediaType);
}
