import { bodyConditions, brokenFileLimits, imageType, isIn } from "@image-apis/http-contract";
import type { Limits } from "@image-apis/spec";
import type { Violation } from "./violation.ts";

/** A file as a request carries it. */
export interface SentFile {
  /** The media type it is declared as. */
  mediaType: string;
  bytes: Uint8Array;
}

/** Holds one file against its documented limits, and what it is declared as against its first bytes. */
export async function fileViolations(
  what: string,
  limits: Limits,
  { mediaType, bytes }: SentFile,
): Promise<Violation[]> {
  const broken = await brokenFileLimits(limits, { bytes: bytes.length, head: bytes });
  const ofLimits = broken.map((it): Violation => {
    const { conditions } = it;
    if (it.limit === "mediaTypes") {
      const expected = it.allowed.join(", ");
      return { what: `content of ${what}`, expected, received: it.found ?? unknown, conditions };
    }
    const expected = `at ${it.limit === "maxBytes" ? "most" : "least"} ${it.allowed} bytes`;
    return { what: `size of ${what}`, expected, received: `${it.found} bytes`, conditions };
  });
  const isOfAnotherKind = broken.some(({ limit }) => limit === "mediaTypes");
  return [
    ...ofLimits,
    ...(await declarationViolations(what, limits, mediaType, bytes, isOfAnotherKind)),
  ];
}

const unknown = "bytes of no known image format";

/** A declared media type is a documented one, and the one that the bytes have. */
async function declarationViolations(
  what: string,
  { mediaTypes = ["*/*"] }: Limits,
  declared: string,
  bytes: Uint8Array,
  isOfAnotherKind: boolean,
): Promise<Violation[]> {
  if (declared === "application/octet-stream") return [];
  const found = (await imageType(bytes)) ?? unknown;
  const conditions = [bodyConditions.notAnImage];
  const violations: Violation[] = [];
  if (!mediaTypes.some((range) => isIn(range, declared))) {
    const expected = `one of ${mediaTypes.join(", ")}`;
    violations.push({ what: `media type of ${what}`, expected, received: declared, conditions });
  }
  const isJudged = declared.startsWith("image/") && !isOfAnotherKind;
  if (isJudged && !isIn(declared, found)) {
    violations.push({
      what: `content of ${what}`,
      expected: declared,
      received: found,
      conditions,
    });
  }
  return violations;
}
