/** How files begin: media type, the endings of their names, and first characters, `?` for any. */
const formats: readonly (readonly [
  mediaType: string,
  endings: string,
  starts: readonly string[],
])[] = [
  ["image/png", "png", ["\x89PNG\r\n\x1a\n"]],
  ["image/jpeg", "jpg jpeg jfif", ["\xff\xd8\xff"]],
  ["image/gif", "gif", ["GIF87a", "GIF89a"]],
  ["image/tiff", "tif tiff", ["II*\0", "MM\0*", "II+\0", "MM\0+"]],
  ["image/webp", "webp", ["RIFF????WEBP"]],
  ["image/bmp", "bmp", ["BM????\0\0\0\0"]],
  ["image/avif", "avif", ["????ftypavif", "????ftypavis"]],
  ["image/heic", "heic heif", ["????ftyphei", "????ftyphev", "????ftypmif1", "????ftypmsf1"]],
  ["image/jxl", "jxl", ["\xff\x0a", "\0\0\0\x0cJXL "]],
  ["image/vnd.microsoft.icon", "ico", ["\0\0\x01\0"]],
  ["image/x-portable-anymap", "pbm pgm ppm pnm", ["P?\n"]],
  ["application/pdf", "pdf", ["%PDF-"]],
  ["application/zip", "zip", ["PK\x03\x04"]],
];

/** How many bytes `typeOfBytes` wants to see; a file may be shorter. */
export const signatureLength = 256;

/** The media type of a file that begins so; undefined for a format that is not known. */
export function typeOfBytes(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head);
  const known = formats.find(([, , starts]) => starts.some((start) => begins(text, start)));
  if (known !== undefined) return known[0];
  const isText = head.length > 0 && head.every((byte) => byte > 31 || (byte > 8 && byte < 14));
  if (!isText) return undefined;
  return text.includes("<svg") ? "image/svg+xml" : "text/plain";
}

/** The media type that the ending of a name stands for; undefined where it says nothing. */
export function typeOfName(name: string): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  return formats.find(([, endings]) => endings.split(" ").includes(ending ?? "-"))?.[0];
}

const begins = (text: string, start: string) =>
  [...start].every((character, index) => character === "?" || character === text[index]);
