import type { Uploadable } from "@image-apis/types";
import { isUploadable } from "./file.ts";

/**
 * Checks a number that travels as a 32-bit integer.
 * @throws RangeError When it is not a whole number of that width.
 */
export function int32(argument: string, value: number): number {
  if (Number.isInteger(value) && Math.abs(value) <= 2 ** 31 - 1) return value;
  throw new RangeError(`${argument}: ${value} is not a 32-bit whole number.`);
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
    `${argument}: ${value} is not an exact 64-bit whole number. Beyond ${Number.MAX_SAFE_INTEGER} pass a bigint.`,
  );
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
 * Checks that a value is the bytes of a file.
 * @throws TypeError When it is something else, a path for example.
 */
export function file(argument: string, value: Uploadable): Uploadable {
  if (isUploadable(value)) return value;
  throw new TypeError(
    `${argument}: pass a File, a Blob, a Uint8Array, an ArrayBuffer, or a stream with its size.`,
  );
}
