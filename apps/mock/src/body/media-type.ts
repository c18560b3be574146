/**
 * The type and subtype of a Content-Type header in lower case; `undefined` where it is malformed. Node's MIMEType takes
 * time that grows with the square of the spaces in it.
 */
export function mediaTypeOf(contentType: string): string | undefined {
  const [essence = ""] = contentType.split(";", 1);
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.exec(essence.trim())?.[0].toLowerCase();
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
