import { Problem } from "../problem/problem.ts";

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
  const { path, query } = splitTarget(target);
  return {
    path,
    segments: path.split("/").slice(1).map(decodeSegment),
    query: new URLSearchParams(query),
  };
}

/** The origin of an absolute target as it was sent, `http://host`; `undefined` for any other target. */
export function originOf(target: string): string | undefined {
  return /^https?:\/\/[^/?]*/i.exec(target)?.[0];
}

/** The path and the query of a target, without its origin; the path is `/` where it has none. */
export function splitTarget(target: string): { path: string; query: string } {
  const local = target.slice(originOf(target)?.length ?? 0);
  const mark = local.indexOf("?");
  const path = mark === -1 ? local : local.slice(0, mark);
  return { path: path === "" ? "/" : path, query: mark === -1 ? "" : local.slice(mark + 1) };
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
