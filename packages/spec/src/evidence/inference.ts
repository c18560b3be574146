import { isDeepStrictEqual } from "node:util";
import type { Example } from "../document.ts";
import { isObject, type Json } from "../json.ts";
import type { InventoryEntry } from "./model.ts";

/** The kinds of entries that an example can repeat. */
const comparable: readonly string[] = ["example", "property", "enum", "errorCode", "operation"];

/** Whether an entry says something that an example, concluded from it, must hold. */
export function isComparable({ kind, value }: InventoryEntry): boolean {
  return comparable.includes(kind) || (kind === "parameter" && value !== undefined);
}

/**
 * Whether an example holds what it is concluded from: the same value, a property of that name, one of the values of
 * an enum, an error code with its name, a value that the request line prints.
 */
export function exampleFollows({ value }: Example, entry: InventoryEntry): boolean {
  switch (entry.kind) {
    case "property":
      return somewhere(value, (it) => isObject(it) && (entry.name ?? "") in it);
    case "enum":
      return somewhere(value, (it) => [entry.value].flat().includes(it));
    case "operation":
      return entry.name?.split("/").includes(String(value)) ?? false;
    case "errorCode":
      return entry.name === undefined
        ? somewhere(value, (it) => it === entry.value)
        : somewhere(value, (it) => isObject(it) && holdsBoth(it, entry));
    default:
      return isDeepStrictEqual(value, entry.value);
  }
}

/** The code, and what the vendor calls it, in one object. */
function holdsBoth(object: Record<string, Json>, { name, value }: InventoryEntry): boolean {
  const held = Object.values(object);
  return held.includes(value ?? null) && held.includes(name ?? null);
}

function somewhere(value: Json, holds: (it: Json) => boolean): boolean {
  if (holds(value)) return true;
  if (value === null || typeof value !== "object") return false;
  return Object.values(value).some((inner) => somewhere(inner, holds));
}
