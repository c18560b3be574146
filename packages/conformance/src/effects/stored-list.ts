import type { Json, Varies } from "@image-apis/spec";
import { markedIn } from "../volatile-fields/compare.ts";
import type { Marked } from "../volatile-fields/marks.ts";
import { isObject } from "../volatile-fields/rule.ts";

/** A stored thing as a list shows it. */
export interface StoredItem {
  handle: Json;
  size: Json;
  /** What stays as it is when things before it are removed, as a text to compare. */
  print: string;
}

/**
 * The property of a body that lists what is stored: its items have a handle of their own.
 *
 * @param documented The documented body: it names the property even where the received one has an empty list.
 */
export function storedListIn(documented: Json, marks: Marked): string | undefined {
  if (!isObject(documented)) return undefined;
  return Object.keys(documented).find(
    (name) => Array.isArray(documented[name]) && marks.property(name).items().has("handle"),
  );
}

/** The items of such a list; `undefined` where it is not there. */
export function storedItems(body: Json, name: string, marks: Marked): StoredItem[] | undefined {
  const list = isObject(body) ? body[name] : undefined;
  if (!Array.isArray(list)) return undefined;
  const items = marks.property(name).items();
  return list.map((value) => {
    const marked = (kind: Varies) =>
      (isObject(value) ? markedIn(value, items, kind) : undefined) ?? null;
    const kinds = ["handle", "size", "time", "version", "storage-path"] as const;
    return {
      handle: marked("handle"),
      size: marked("size"),
      print: JSON.stringify(kinds.map(marked)),
    };
  });
}
