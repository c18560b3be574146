import { Problem } from "./problem.ts";

/** What a request asks for. */
export interface Target {
  /** The path as it was sent. */
  path: string;
  /** Its segments, percent-decoded: `/a/b%2Fc` is `["a", "b/c"]`. */
  segments: string[];
  query: URLSearchParams;
}

/**
 * Takes a request target apart; the origin of an absolute one is ignored.
 *
 * @throws Problem 400 where a segment is not percent-encoded UTF-8.
 */
export function parseTarget(target: string): Target {
  const [beforeQuery = "", ...query] = target.replace(/^https?:\/\/[^/?]*/i, "").split("?");
  const path = beforeQuery === "" ? "/" : beforeQuery;
  return {
    path,
    segments: path.split("/").slice(1).map(decodeSegment),
    query: new URLSearchParams(query.join("?")),
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem(
      400,
      `The path segment "${segment}" is not valid: "%" must be followed by the two hex digits of a UTF-8 byte. Write a literal percent sign as %25.`,
    );
  }
}
