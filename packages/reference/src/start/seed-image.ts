import { maxKeptBytes } from "@image-apis/http-contract";
import { readRegularFile } from "./regular-file.ts";

/** An image of a seed: the path of a file, the bytes, or the bytes in the text of a `data:` URL with `;base64`. */
export type SeedImage = string | Uint8Array;

/** What an image in the text of a seed begins with. */
const dataUrl = "data:";

/** Whether an image is the path of a file. */
export function isPath(image: SeedImage): image is string {
  return typeof image === "string" && !image.startsWith(dataUrl);
}

/** The bytes of an image as they can stand in JSON. */
export function dataUrlOf(mediaType: string, bytes: Uint8Array): string {
  return `${dataUrl}${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
}

/** The text of a seed without its images, which do not count for its length. */
export function withoutDataUrls(text: string): string {
  return text.replaceAll(/"data:[^"]*"/g, '""');
}

/**
 * The bytes of an image.
 *
 * @throws Error that says why there are none, without what it is called.
 */
export function seedImageBytes(image: SeedImage): Uint8Array {
  if (isPath(image)) return readRegularFile(image, maxKeptBytes);
  const bytes = typeof image === "string" ? decoded(image) : image;
  if (bytes.length <= maxKeptBytes) return bytes;
  throw new Error(`it has ${bytes.length} bytes; at most ${maxKeptBytes} are allowed`);
}

function decoded(text: string): Uint8Array {
  const comma = text.indexOf(",");
  if (!/;base64$/i.test(text.slice(0, Math.max(0, comma)))) {
    throw new Error('it begins with "data:", but not as "data:image/png;base64," does');
  }
  const base64 = text.slice(comma + 1);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw new Error("it is not base64");
  return Buffer.from(base64, "base64");
}
