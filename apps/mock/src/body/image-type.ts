import { fileTypeFromBuffer } from "file-type";

/**
 * The media type of an image, from its first bytes.
 *
 * @returns `undefined` where the bytes are not an image that file-type knows, nor SVG.
 */
export async function imageType(head: Uint8Array): Promise<string | undefined> {
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (found?.startsWith("image/")) return found;
  if (isSvg(head)) return "image/svg+xml";
  return signatures.find(({ start }) => startsWith(head, start))?.mediaType;
}

/** Formats that file-type reads deeper than the first bytes reach; their signature alone tells them. */
const signatures = [
  { mediaType: "image/png", start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: "image/tiff", start: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: "image/tiff", start: [0x4d, 0x4d, 0x00, 0x2a] },
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** An `svg` element, after nothing but what may stand before the root of an XML document. */
function isSvg(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head).trimStart();
  const root = text.replace(
    /^(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*/i,
    "",
  );
  return /^<(?:\w+:)?svg[\s/>]/.test(root);
}
