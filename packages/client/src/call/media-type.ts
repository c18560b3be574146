/** A media type without its parameters, in lower case: `text/xml` for `Text/XML; charset=utf-8`. */
export function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** What a file is called that nobody has a name for. */
export const bytesOnly = "application/octet-stream";

/** Whether a media type is, or is in, another: `image/png` is in `image/*`. */
export function isIn(range: string, mediaType: string): boolean {
  const type = essence(mediaType);
  return range.endsWith("/*") ? type.startsWith(range.slice(0, -1)) : type === range.toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType);
}

export function isXml(mediaType: string): boolean {
  return /^[^;]*[/+]xml\s*(?:;|$)/i.test(mediaType);
}
