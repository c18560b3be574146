import { fileTypeFromBuffer } from "file-type";
import { isSvg } from "./is-svg.ts";

/** As many bytes as are looked at: file-type wants 4,100, and an SVG may have a long comment first. */
export const imageHeadSize = 16_384;

/**
 * The media type of an image, from its first bytes.
 *
 * @param bytes The file, or its beginning; `imageHeadSize` of it is looked at.
 * @returns `undefined` where the bytes are not an image.
 */
export async function imageType(bytes: Uint8Array): Promise<string | undefined> {
  const head = bytes.subarray(0, imageHeadSize);
  // file-type looks behind these two, where an image would be read by nobody.
  const isWrapped = startsWith(head, "\xef\xbb\xbf") || startsWith(head, "ID3");
  const found = isWrapped ? undefined : (await fileTypeFromBuffer(head))?.mime;
  // Every reader of PNG shows the first picture of an animated one.
  if (found === "image/apng") return "image/png";
  if (found?.startsWith("image/")) return found;
  const known = signatures.find(({ starts }) => starts.some((it) => startsWith(head, it)));
  if (known !== undefined) return known.mediaType;
  if (isSvg(head)) return "image/svg+xml";
  return isXbm(head) ? "image/x-xbitmap" : undefined;
}

/** Formats that file-type does not know, or reads deeper than the first bytes reach. */
const signatures: readonly { mediaType: string; starts: readonly string[] }[] = [
  { mediaType: "image/png", starts: ["\x89PNG\r\n\x1a\n"] },
  { mediaType: "image/tiff", starts: ["II*\0", "MM\0*"] },
  { mediaType: "image/qoi", starts: ["qoif"] },
  { mediaType: "image/aces", starts: ["v/1\x01"] },
  { mediaType: "image/vnd.radiance", starts: ["#?RADIANCE", "#?RGBE"] },
  { mediaType: "image/x-xpixmap", starts: ["/* XPM */"] },
  {
    mediaType: "image/x-portable-anymap",
    starts: [..."123456"].flatMap((kind) => [..." \t\r\n"].map((space) => `P${kind}${space}`)),
  },
];

/** An X bitmap is a piece of C that begins with the width. */
function isXbm(head: Uint8Array): boolean {
  const [define, name, width] = Buffer.from(head.subarray(0, 256))
    .toString("latin1")
    .split(/[ \t]+/, 3);
  return define === "#define" && name?.endsWith("_width") === true && /^\d/.test(width ?? "");
}

/** @param start One character for every byte. */
function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((character, at) => bytes[at] === character.charCodeAt(0));
}
