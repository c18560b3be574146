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
  let text = new TextDecoder().decode(head).trimStart();
  for (let rest = withoutFirst(text); rest !== text; rest = withoutFirst(text)) text = rest;
  return /^<(?:\w+:)?svg[\s/>]/.test(text);
}

/** A text without the instruction, the comment or the DOCTYPE that it begins with. */
function withoutFirst(text: string): string {
  const end = text.startsWith("<?")
    ? endOf(text, "?>")
    : text.startsWith("<!--")
      ? endOf(text, "-->", 4)
      : /^<!DOCTYPE/i.test(text)
        ? endOfDoctype(text)
        : 0;
  return end === 0 ? text : text.slice(end).trimStart();
}

/** A DOCTYPE may hold declarations in brackets, with more `>`. */
function endOfDoctype(text: string): number {
  const end = endOf(text, ">");
  const declarations = text.slice(0, end).indexOf("[");
  return declarations === -1 ? end : endOf(text, ">", endOf(text, "]", declarations));
}

/** Where the first `mark` ends; 0 where there is none. */
function endOf(text: string, mark: string, from = 0): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? 0 : at + mark.length;
}
