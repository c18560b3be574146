/** A media type without its parameters, in lower case: `text/xml` for `Text/XML; charset=utf-8`. */
export function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** Whether a media type lies in a range such as `image/*`, or is the range. */
export function isIn(range: string, mediaType: string): boolean {
  const type = essence(mediaType);
  if (range === "*/*") return true;
  return range.endsWith("/*") ? type.startsWith(range.slice(0, -1)) : type === essence(range);
}

/** The declared media type, or range, that a body of this type falls under. */
export function declaredFor<Media>(
  content: Readonly<Record<string, Media>>,
  mediaType: string,
): [range: string, media: Media] | undefined {
  const entries = Object.entries(content);
  return (
    entries.find(([range]) => range === mediaType) ??
    entries.find(([range]) => isIn(range, mediaType))
  );
}

export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

export function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(essence(mediaType));
}
