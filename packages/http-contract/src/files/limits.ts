import type { Limits } from "@image-apis/spec";
import { type BodyCondition, bodyConditions } from "../conditions/body-conditions.ts";
import { documentedMediaType } from "../negotiation/media-type.ts";
import { imageType } from "./image-type.ts";

/** What a reader of a request has found out about one file of it. */
export interface MeasuredFile {
  /** How many bytes it has. */
  bytes: number;
  /** Its first bytes, `imageHeadSize` of them; `undefined` where it is not to be looked into. */
  head: Uint8Array | undefined;
}

/** A limit of `x-limits` that a file, or the number of files, breaks. */
export type BrokenLimit =
  | {
      limit: "minBytes" | "maxBytes" | "minFiles" | "maxFiles";
      /** What `x-when` may call it, the most fitting first. */
      conditions: BodyCondition[];
      /** The documented number, and what was sent instead: bytes or files. */
      allowed: number;
      found: number;
    }
  | {
      limit: "mediaTypes";
      conditions: BodyCondition[];
      allowed: readonly string[];
      /** The media type that its first bytes have; `undefined` for no known image format. */
      found: string | undefined;
    };

/**
 * Holds one file against the documented limits. What a file is, its first bytes say; only of limits that name nothing
 * but images can that be judged. A file that is too large is not looked into.
 */
export async function brokenFileLimits(
  { minBytes = 0, maxBytes = Number.POSITIVE_INFINITY, mediaTypes }: Limits,
  { bytes, head }: MeasuredFile,
): Promise<BrokenLimit[]> {
  if (bytes > maxBytes) {
    const conditions = [bodyConditions.tooLarge];
    return [{ limit: "maxBytes", conditions, allowed: maxBytes, found: bytes }];
  }
  const broken: BrokenLimit[] = [];
  if (head !== undefined && mediaTypes?.every((it) => it.startsWith("image/"))) {
    const found = await imageType(head);
    if (found === undefined || documentedMediaType(mediaTypes, found) === undefined) {
      const conditions = [bodyConditions.notAnImage];
      broken.push({ limit: "mediaTypes", conditions, allowed: mediaTypes, found });
    }
  }
  if (bytes < minBytes) {
    const conditions = [bodyConditions.tooSmall];
    broken.push({ limit: "minBytes", conditions, allowed: minBytes, found: bytes });
  }
  return broken;
}

/** Holds the number of files of one part against the documented limits. */
export function brokenFileCounts(
  { minFiles = 0, maxFiles = Number.POSITIVE_INFINITY }: Limits,
  found: number,
): BrokenLimit[] {
  if (found > maxFiles) {
    return [{ limit: "maxFiles", conditions: [bodyConditions.tooMany], allowed: maxFiles, found }];
  }
  if (found < minFiles) {
    const conditions = [bodyConditions.none, bodyConditions.empty];
    return [{ limit: "minFiles", conditions, allowed: minFiles, found }];
  }
  return [];
}
