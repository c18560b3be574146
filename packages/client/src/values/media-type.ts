/** A media type without its parameters, in lower case: `text/xml` for `Text/XML; charset=utf-8`. */
export function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** What a file is called that nobody has a name for. */
export const bytesOnly = "application/octet-stream";

/** The documented media type, or range such as `image/*`, that a media type falls under; the narrowest of several. */
export function documentedFor(documented: readonly string[], mediaType: string) {
  const type = essence(mediaType);
  for (const range of [type, type.replace(/\/.*/, "/*"), "*/*"]) {
    const found = documented.find((it) => essence(it) === range);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a media type is, or is in, another: `image/png` is in `image/*`. */
export function isIn(range: string, mediaType: string): boolean {
  return documentedFor([range], mediaType) !== undefined;
}

export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType);
}

export function isXml(mediaType: string): boolean {
  return /^[^;]*[/+]xml\s*(?:;|$)/i.test(mediaType);
}
