import { imageType } from "@image-apis/http-contract";
import type { Limits } from "@image-apis/spec";
import { isIn } from "../media-type.ts";
import { bodyConditions } from "./conditions.ts";
import type { Violation } from "./violation.ts";

/** A file as a request carries it. */
export interface SentFile {
  /** The media type it is declared as. */
  mediaType: string;
  bytes: Uint8Array;
}

/** Holds one file against its documented limits; what it is, its first bytes say. */
export async function fileViolations(
  what: string,
  limits: Limits,
  file: SentFile,
): Promise<Violation[]> {
  return [...sizeViolations(what, limits, file), ...(await kindViolations(what, limits, file))];
}

function sizeViolations(what: string, limits: Limits, { bytes }: SentFile): Violation[] {
  const { minBytes = 0, maxBytes = Number.POSITIVE_INFINITY } = limits;
  const size = { what: `size of ${what}`, received: `${bytes.length} bytes` };
  if (bytes.length < minBytes) {
    const conditions = [bodyConditions.tooSmall];
    return [{ ...size, expected: `at least ${minBytes} bytes`, conditions }];
  }
  if (bytes.length > maxBytes) {
    const conditions = [bodyConditions.tooLarge];
    return [{ ...size, expected: `at most ${maxBytes} bytes`, conditions }];
  }
  return [];
}

async function kindViolations(
  what: string,
  { mediaTypes = ["*/*"] }: Limits,
  { mediaType, bytes }: SentFile,
): Promise<Violation[]> {
  const conditions = [bodyConditions.notAnImage];
  const actual = (await imageType(bytes)) ?? "bytes of no known image format";
  const isAllowed = (type: string) => mediaTypes.some((range) => isIn(range, type));
  const isNeutral = mediaType === "application/octet-stream";
  const violations: Violation[] = [];
  if (!isNeutral && !isAllowed(mediaType)) {
    violations.push({
      what: `media type of ${what}`,
      expected: `one of ${mediaTypes.join(", ")}`,
      received: mediaType,
      conditions,
    });
  }
  const ranges = isNeutral ? mediaTypes : [mediaType];
  if (!isAllowed(actual) || !ranges.some((range) => isIn(range, actual))) {
    violations.push({
      what: `content of ${what}`,
      expected: ranges.join(", "),
      received: actual,
      conditions,
    });
  }
  return violations;
}
