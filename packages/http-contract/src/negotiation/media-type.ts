/**
 * The type and subtype of a Content-Type header in lower case, without its parameters: `text/xml` for
 * `Text/XML; charset=utf-8`. Nothing is said about whether it is well formed.
 */
export function essence(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/**
 * The same, but `undefined` where the header is malformed. Node's MIMEType takes time that grows with the square of the
 * spaces in it.
 */
export function mediaTypeOf(contentType: string): string | undefined {
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.exec(essence(contentType))?.[0];
}

/** Whether a media type lies in a range such as `image/*`, or is the range. */
export function isIn(range: string, mediaType: string): boolean {
  return rangesOf(mediaType).includes(essence(range));
}

/** The documented media type, or range such as `image/*`, that a media type falls under; the narrowest where several do. */
export function documentedMediaType(
  documented: readonly string[],
  mediaType: string,
): string | undefined {
  for (const range of rangesOf(mediaType)) {
    const found = documented.find((it) => essence(it) === range);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The entry of a documented `content` that a body of this media type falls under. */
export function declaredFor<Media>(
  content: Readonly<Record<string, Media>>,
  mediaType: string,
): [range: string, media: Media] | undefined {
  const range = documentedMediaType(Object.keys(content), mediaType);
  return Object.entries(content).find(([name]) => name === range);
}

/** Whether a media type is JSON, by its name or its suffix (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

/** Whether a media type is XML, by its name or its suffix (RFC 6839). */
export function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(essence(mediaType));
}

/** What a document may call a media type, the narrowest first. */
function rangesOf(mediaType: string): string[] {
  const type = essence(mediaType);
  return [type, type.replace(/\/.*/, "/*"), "*/*"];
}
