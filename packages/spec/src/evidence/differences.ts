import { isDeepStrictEqual } from "node:util";
import type { Example, OpenApiDocument } from "../document.ts";
import { isObject, type Json, toPointer, valueAt } from "../json.ts";
import { withoutCredentials } from "./agreement.ts";
import type { EvidenceProblem } from "./check.ts";
import type { InventoryEntry } from "./model.ts";

/** Where an example is not what its sample is, value by value: the way to it, what the page prints, what stands here. */
export function exampleDifferences(
  document: OpenApiDocument,
  pointer: string,
  source: string,
  { value = null }: InventoryEntry,
): EvidenceProblem[] {
  // The cast: a statement of an example is about an Example Object.
  const shown = (valueAt(document, pointer) as Example).value;
  return differences(withoutCredentials(value), withoutCredentials(shown)).map(
    ({ at, expected, found }) => ({
      pointer: `${pointer}/value${toPointer(at)}`,
      message: `${at.join(".") || "The value"} differs from ${source}: expected ${inWords(expected)}, found ${inWords(found)}.`,
    }),
  );
}

interface Difference {
  at: string[];
  /** `undefined` where there is none. */
  expected: Json | undefined;
  found: Json | undefined;
}

function differences(
  expected: Json | undefined,
  found: Json | undefined,
  at: string[] = [],
): Difference[] {
  if (isDeepStrictEqual(expected, found)) return [];
  const isList = Array.isArray(expected) && Array.isArray(found);
  if (!isList && !(isObject(expected) && isObject(found))) return [{ at, expected, found }];
  // The cast: both are lists, or both are objects.
  const [one, other] = [expected, found] as Record<string, Json>[];
  return [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])].flatMap((key) =>
    differences(one?.[key], other?.[key], [...at, key]),
  );
}

function inWords(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
