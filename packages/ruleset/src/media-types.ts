/** Whether a media type is JSON or XML, by its name or its suffix. */
export function isStructured(mediaType: string): boolean {
  return /(?:\/|\+)(?:json|xml)$/.test(essence(mediaType));
}

/** Whether a media type is one file and nothing else, like `image/png`. */
export function isFile(mediaType: string): boolean {
  return /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|pdf|zip)$/.test(
    essence(mediaType),
  );
}

/** Whether a media type is a form of parts. */
export function isMultipart(mediaType: string): boolean {
  return essence(mediaType).startsWith("multipart/");
}

function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
