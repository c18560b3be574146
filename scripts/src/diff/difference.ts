import { isDeepStrictEqual } from "node:util";

export type Path = readonly string[];

/** A place where two documents say something else. */
export interface Difference {
  path: Path;
  /** `undefined` where there was nothing. */
  before: unknown;
  /** `undefined` where there is nothing any more. */
  after: unknown;
}

/** Lists that are compared as a whole: their items have no names. */
const wholeLists = new Set(["security", "servers", "required", "enum", "tags", "x-tagGroups"]);

/** Every place where two values differ, as deep as possible. */
export function differences(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const isWhole = wholeLists.has(path.at(-1) ?? "");
  if (isWhole || !isObject(before) || !isObject(after)) return [{ path, before, after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    differences(
      (before as Record<string, unknown>)[name],
      (after as Record<string, unknown>)[name],
      [...path, name],
    ),
  );
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === "object";
}
