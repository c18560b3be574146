import { createHash } from "node:crypto";

/** One thing in which a face departs from the document or the exchange, ready to be read. */
export interface Difference {
  /** The thing, for example `response body /errors/0/code`. */
  what: string;
  expected: string;
  received: string;
}

/** How what came from a server is written in a difference. */
export interface Wording {
  /** A value in words. */
  value(value: unknown): string;
  /** The name of a property, in a pointer or in a sentence. */
  name(name: string): string;
}

/** Everything as it came: for servers of our own, which hold no secrets. */
export const asItCame: Wording = { value: inWords, name: (name) => name };

/** Compares two JSON values; every place where they differ is a difference of its own. */
export function compare(
  what: string,
  expected: unknown,
  received: unknown,
  wording = asItCame,
): Difference[] {
  if (isContainer(expected) && isContainer(received)) {
    if (Array.isArray(expected) === Array.isArray(received)) {
      const keys = new Set([...Object.keys(expected), ...Object.keys(received)]);
      return [...keys].flatMap((key) =>
        compare(inside(what, wording.name(key)), expected[key], received[key], wording),
      );
    }
  } else if (Object.is(expected, received)) {
    return [];
  }
  return [{ what, expected: inWords(expected), received: wording.value(received) }];
}

/** Says a value as JSON, shortened; `nothing` for what is absent. */
export function inWords(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** Names bytes by their number and their SHA-1. */
export function fingerprint(bytes: Uint8Array): string {
  return `${bytes.length} bytes with SHA-1 ${createHash("sha1").update(bytes).digest("hex")}`;
}

/** The words for what lies below a value. */
export function inside(what: string, key: string): string {
  return what.includes(" /") ? `${what}/${key}` : `${what} /${key}`;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}
