/**
 * How files begin: media type, the endings of their names, and the first bytes as a pattern, one character for every
 * byte (not as characters: a script that a server sends without its charset would have others). A file is of the first
 * type that fits, in the order in which a server tries them. The last entry has images that begin like text; of what
 * type they are is not told here.
 */
const formats: readonly (readonly [mediaType: string, endings: string, start: string])[] = [
  ["image/bmp", "bmp", "BM"],
  ["image/gif", "gif", "GIF"],
  ["image/jpeg", "jpg jpeg jfif", "\\xff\\xd8\\xff(?!\\xf7)"],
  ["image/tiff", "tif tiff", "II[*+]\\0|MM\\0[*+]"],
  ["image/avif", "avif", "....ftypavi[fs]"],
  ["image/heic", "heic", "....ftyphei[cx]"],
  ["image/heif", "heif", "....ftypmif1"],
  ["image/webp", "webp", "RIFF....WEBP"],
  ["image/jxl", "jxl", "\\xff\\n|\\0\\0\\0\\fJXL \\r\\n\\x87\\n"],
  ["image/png", "png", "\\x89PNG\\r\\n\\x1a\\n"],
  ["application/pdf", "pdf", "%PDF-"],
  ["application/zip", "zip", "PK\\x03\\x04"],
  ["", "", "....ftyp|P[1-6]\\s|8BPS|AC1|BPG|FLIF|FUJI|gimp|icns|qoif|II\\xbc|#[?d]|/\\*|\\xff"],
];

/** How many bytes `typeOfBytes` wants to see; a file may be shorter. */
export const signatureLength = 256;

/**
 * The media type of a file that begins so; undefined for a format that is not told here. `text/plain` is said only of
 * what no image begins like.
 *
 * @param isWhole Whether the file ends there.
 */
export function typeOfBytes(head: Uint8Array, isWhole: boolean): string | undefined {
  const text = String.fromCharCode(...head);
  const known = formats.find(([, , start]) => new RegExp(`^(?:${start})`, "s").test(text));
  if (known !== undefined) return known[0] || undefined;
  return /^[\t-\r -\xff]+$/.test(text) ? typeOfText(text, isWhole) : undefined;
}

/** What may stand before the root of an XML document. */
const prologue = /^(?:<!--.*?-->|<\?.*?\?>|<![^->][^>[]*(?:\[[^\]]*\][^>]*)?>)/s;

function typeOfText(text: string, isWhole: boolean): string | undefined {
  let rest = text.replace(/^\xef\xbb\xbf/, "").trimStart();
  while (prologue.test(rest)) rest = rest.replace(prologue, "").trimStart();
  if (/^<([\w-]+:)?svg\b/.test(rest)) return "image/svg+xml";
  // Spaces beyond ASCII may stand before a root as well, and what is not over may end beyond what is seen here.
  const isOpen = /^[\x80-\xff]/.test(rest) || (!isWhole && /^(?:<[!?]|(?:<[\w:-]*)?$)/.test(rest));
  return isOpen ? undefined : "text/plain";
}

/** Whether every file of a media type is recognized as one of it. */
export function isRecognized(mediaType: string): boolean {
  return formats.some(([it]) => it === mediaType);
}

/** The media type that the ending of a name stands for; undefined where it says nothing. */
export function typeOfName(name: string): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  return formats.find(([, endings]) => endings.split(" ").includes(ending ?? "-"))?.[0];
}
