/**
 * How files begin: media type, the endings of their names, and the first bytes in hexadecimal, `..` for any. Not as
 * characters: a script that a server sends without its charset would have others.
 */
const formats: readonly (readonly [mediaType: string, endings: string, starts: string])[] = [
  ["image/png", "png", "89504e470d0a1a0a"],
  ["image/jpeg", "jpg jpeg jfif", "ffd8ff"],
  ["image/gif", "gif", "47494638(?:37|39)61"],
  ["image/tiff", "tif tiff", "4949(?:2a|2b)00|4d4d00(?:2a|2b)"],
  ["image/webp", "webp", "52494646........57454250"],
  ["image/bmp", "bmp", "424d........00000000"],
  ["image/avif", "avif", "........66747970617669(?:66|73)"],
  ["image/heic", "heic heif", "........66747970(?:686569|686576|6d696631|6d736631)"],
  ["image/jxl", "jxl", "ff0a|0000000c4a584c20"],
  ["image/vnd.microsoft.icon", "ico", "00000100"],
  ["image/x-portable-anymap", "pbm pgm ppm pnm", "50..0a"],
  ["application/pdf", "pdf", "255044462d"],
  ["application/zip", "zip", "504b0304"],
];

/** How many bytes `typeOfBytes` wants to see; a file may be shorter. */
export const signatureLength = 256;

/** The media type of a file that begins so; undefined for a format that is not known. */
export function typeOfBytes(head: Uint8Array): string | undefined {
  const hex = Array.from(head, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const known = formats.find(([, , starts]) => new RegExp(`^(?:${starts})`).test(hex));
  if (known !== undefined) return known[0];
  const isText = head.length > 0 && head.every((byte) => byte > 31 || (byte > 8 && byte < 14));
  if (!isText) return undefined;
  return String.fromCharCode(...head).includes("<svg") ? "image/svg+xml" : "text/plain";
}

/** The media type that the ending of a name stands for; undefined where it says nothing. */
export function typeOfName(name: string): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  return formats.find(([, endings]) => endings.split(" ").includes(ending ?? "-"))?.[0];
}
