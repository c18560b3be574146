import type { Uploadable } from "@image-apis/types";
import { isUploadable, mediaTypeOf } from "./file.ts";

/**
 * Checks a number that travels as a 32-bit integer.
 * @throws RangeError When it is not a whole number of that width.
 */
export function int32(argument: string, value: number): number {
  if (Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31) return value;
  throw new RangeError(`${argument}: ${shown(value)} is not a 32-bit whole number.`);
}

/**
 * Checks a 0-based position, which travels as a 32-bit integer.
 * @throws RangeError When it is none.
 */
export function index(argument: string, value: number): number {
  if (int32(argument, value) >= 0) return value;
  throw new RangeError(`${argument}: ${value} is not an index; the first is 0.`);
}

/**
 * Checks a number that travels as a 64-bit integer.
 * @throws RangeError When it is not a whole number, or not exact.
 */
export function int64(argument: string, value: number | bigint): number | bigint {
  if (
    typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value)
  ) {
    return value;
  }
  throw new RangeError(
    `${argument}: ${shown(value)} is not an exact 64-bit whole number. Beyond ${Number.MAX_SAFE_INTEGER} pass a bigint.`,
  );
}

/** A text in quotes, so that `"12"` is not taken for the number. */
const shown = (value: unknown) => (typeof value === "string" ? JSON.stringify(value) : value);

/**
 * Checks a text that has to be there.
 * @throws TypeError When it is missing, or no text.
 */
export function text<Text extends string>(argument: string, value: Text): Text {
  if (typeof value === "string") return value;
  // The value itself may be a secret.
  throw new TypeError(`${argument}: pass a text, not ${value === null ? "null" : typeof value}.`);
}

/**
 * Checks that a value is a list, and each of its items. A `FileList` and a `Set` are lists as well.
 * @throws TypeError When it is something else, such as one text or one file.
 */
export function list<Item, Checked>(
  argument: string,
  values: Iterable<Item> | ArrayLike<Item>,
  check: (argument: string, item: Item) => Checked,
): Checked[] {
  if (!isList(values)) throw new TypeError(`${argument}: pass a list, not ${kindOf(values)}.`);
  return Array.from(values, (item, index) => check(`${argument}[${index}]`, item));
}

/** Bytes can be counted one by one, but are one file. */
function isList(values: unknown): boolean {
  return (
    typeof values === "object" &&
    values !== null &&
    !ArrayBuffer.isView(values) &&
    (Symbol.iterator in values || "length" in values)
  );
}

/** What a value is, for a message; never what it holds, which may be a secret. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  return `one ${value.constructor?.name ?? "object"}`;
}

/**
 * Checks a text that becomes one segment of the path.
 * @throws TypeError When it is empty, or a segment that means another place (`.` and `..`).
 */
export function pathSegment(argument: string, value: string): string {
  if (typeof value === "string" && value !== "" && value !== "." && value !== "..") return value;
  throw new TypeError(
    `${argument}: ${JSON.stringify(value)} cannot be a segment of the path; it would address something else.`,
  );
}

/**
 * Checks that a value is the bytes of a file, and that its media type is fit for a header.
 * @throws TypeError When it is something else, a path for example.
 */
export function file(argument: string, value: Uploadable): Uploadable {
  if (isUploadable(value)) {
    if (/^[ -~]*$/.test(mediaTypeOf(value))) return value;
    throw new TypeError(
      `${argument}: its type ${JSON.stringify(mediaTypeOf(value))} is not a media type.`,
    );
  }
  const advice = isStream(value)
    ? ": a stream alone does not say its size. Pass { stream, size }, or of a Node stream what fileFromStream of @image-apis/client/node makes."
    : ": pass a File, a Blob, a Uint8Array, an ArrayBuffer, or a stream with its size.";
  throw new TypeError(`${argument}${advice}`);
}

/** A web stream, or a Node stream. */
function isStream(value: unknown): boolean {
  return (
    value instanceof ReadableStream ||
    (typeof value === "object" && value !== null && "pipe" in value && "on" in value)
  );
}
