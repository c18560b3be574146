import type { Json } from "@image-apis/spec";
import { asItCame, type Difference, inside, inWords, type Wording } from "../difference.ts";
import type { Occasion } from "./occasion.ts";
import { isObject, type Place, type Rules } from "./rules.ts";

/** How an answer is held against the documented one. */
export interface Reading {
  rules: Rules;
  /**
   * `same`: an object has the documented keys and no others. `shared`: only keys that both have are compared, the
   * others are for the schema to judge.
   */
  keys: "same" | "shared";
  /** `each`: a list of stored files has an item for each file that was sent; `some`: for each or for some. */
  files: "each" | "some";
  /** Whether what the documents show of stored data is only an example: then only what has a rule is compared. */
  isOwnData?: boolean;
  /** How what came is written; as it came, when left out. */
  wording?: Wording;
}

const counts = {
  each: (items: number, files: number) => items === files,
  some: (items: number, files: number) => items <= files,
};

/**
 * Compares a value with the documented one. What varies is held against its rule. Of a documented list one item may
 * stand for many: every received item is held against the one of its position, or else the last.
 */
export function varyingDifferences(
  reading: Reading,
  what: string,
  documented: Json | undefined,
  received: Json | undefined,
  occasion: Occasion,
): Difference[] {
  const { wording = asItCame } = reading;
  const walk = (at: string, name: string, place: Place, value: Json | undefined): Difference[] => {
    const { documented: expected, position } = place;
    const differ = (words: string) => [
      { what: at, expected: words, received: wording.value(value) },
    ];
    if (value === undefined) return differ(inWords(expected));
    if (Array.isArray(expected)) {
      if (!Array.isArray(value)) return differ("a list");
      const last = expected.at(-1);
      const mayBeEmpty = reading.isOwnData === true && last !== undefined;
      if ((last === undefined) !== (value.length === 0) && !(mayBeEmpty && value.length === 0)) {
        return differ(inWords(expected));
      }
      const files = filesAnswered(last, occasion);
      if (files !== undefined && !counts[reading.files](value.length, files)) {
        return differ(`${reading.files === "each" ? "" : "at most "}${files} items, one per file`);
      }
      const isKnown = occasion.isAfterSteps && !occasion.isUpload;
      if (isKnown && value.length !== expected.length) {
        return differ(`as many items as documented: ${expected.length}`);
      }
      return value.flatMap((item, index) =>
        walk(
          inside(at, String(index)),
          name,
          { documented: expected[index] ?? last ?? null, owner: {}, position: index, occasion },
          item,
        ),
      );
    }
    if (isObject(expected)) {
      if (!isObject(value)) return differ("an object");
      return keysOf(reading, expected, value).flatMap((key) => {
        const below = expected[key];
        if (below === undefined) {
          const what = inside(at, wording.name(key));
          return [{ what, expected: "nothing", received: wording.value(value[key]) }];
        }
        const inner = { documented: below, owner: value, position, occasion };
        return walk(inside(at, key), plain(key), inner, value[key]);
      });
    }
    const rule = reading.rules[name];
    const isRoot = name === "" && typeof expected !== "number" && !isDigits(expected);
    if (rule === undefined || isRoot || expected === null) {
      return value === expected || reading.isOwnData ? [] : differ(inWords(expected));
    }
    return rule.holds(value, place) ? [] : differ(rule.words);
  };
  if (documented === undefined) return [];
  return walk(what, "", { documented, owner: {}, position: 0, occasion }, received);
}

/** How many files a list tells of; `undefined` for any other list. */
function filesAnswered(item: Json | undefined, { isUpload, uploaded }: Occasion) {
  return isUpload && isObject(item) && "file" in item ? uploaded.length : undefined;
}

function keysOf({ keys }: Reading, a: Record<string, Json>, b: Record<string, Json>): string[] {
  const shared = Object.keys(a).filter((key) => key in b);
  return keys === "shared" ? shared : [...new Set([...Object.keys(a), ...Object.keys(b)])];
}

function plain(key: string): string {
  return key.replaceAll("_", "").toLowerCase();
}

function isDigits(value: Json): boolean {
  return typeof value === "string" && /^\d+$/.test(value);
}
