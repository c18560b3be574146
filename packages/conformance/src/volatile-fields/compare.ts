import type { Json, Varies } from "@image-apis/spec";
import { asItCame, type Difference, inside, inWords, type Wording } from "../difference.ts";
import type { History } from "./history.ts";
import type { Marked } from "./marks.ts";
import { isObject, type Rules } from "./rule.ts";

/** How a body is held against the documented one. */
export interface Reading {
  rules: Rules;
  /** Which of its values vary, and how. */
  marks: Marked;
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
export function bodyDifferences(
  reading: Reading,
  what: string,
  documented: Json | undefined,
  received: Json | undefined,
  history: History,
): Difference[] {
  if (documented === undefined) return [];
  const whole = { documented, marks: reading.marks, owner: undefined, position: 0 };
  return differencesAt({ reading, history }, what, whole, received);
}

interface Run {
  reading: Reading;
  history: History;
}

/** A place in the documented body, and the objects that hold it. */
interface Spot {
  documented: Json;
  marks: Marked;
  owner: Owner | undefined;
  position: number;
}

/** A received object, and what the document says about it. */
interface Owner {
  value: Record<string, Json>;
  documented: Record<string, Json>;
  marks: Marked;
}

function differencesAt(run: Run, at: string, spot: Spot, value: Json | undefined): Difference[] {
  const { wording = asItCame } = run.reading;
  const { documented, marks } = spot;
  if (value === undefined) {
    return [{ what: at, expected: inWords(documented), received: wording.value(value) }];
  }
  if (Array.isArray(documented)) return listDifferences(run, at, spot, documented, value);
  if (isObject(documented)) return objectDifferences(run, at, spot, documented, value);
  const rule = marks.varies === undefined ? undefined : run.reading.rules[marks.varies];
  const differ = (expected: string) => [{ what: at, expected, received: wording.value(value) }];
  if (rule === undefined || documented === null) {
    return value === documented || run.reading.isOwnData ? [] : differ(inWords(documented));
  }
  const { owner, position } = spot;
  const field = {
    documented,
    position,
    history: run.history,
    marked: (kind: Varies) => owner && markedIn(owner.value, owner.marks, kind),
    documentedAs: (kind: Varies) => owner && markedIn(owner.documented, owner.marks, kind),
  };
  return rule.holds(value, field) ? [] : differ(rule.words);
}

function listDifferences(
  run: Run,
  at: string,
  { marks, owner }: Spot,
  documented: readonly Json[],
  value: Json,
): Difference[] {
  const { reading, history } = run;
  const { wording = asItCame } = reading;
  const differ = (expected: string) => [{ what: at, expected, received: wording.value(value) }];
  if (!Array.isArray(value)) return differ("a list");
  const last = documented.at(-1);
  const mayBeEmpty = reading.isOwnData === true && last !== undefined;
  if ((last === undefined) !== (value.length === 0) && !(mayBeEmpty && value.length === 0)) {
    return differ(inWords(documented));
  }
  const items = marks.items();
  // A list of what was stored has an item with a handle for each file.
  const files = history.isUpload && items.has("handle") ? history.uploaded.length : undefined;
  if (files !== undefined && !counts[reading.files](value.length, files)) {
    return differ(`${reading.files === "each" ? "" : "at most "}${files} items, one per file`);
  }
  const isKnown = history.isAfterSteps && !history.isUpload;
  if (isKnown && value.length !== documented.length) {
    return differ(`as many items as documented: ${documented.length}`);
  }
  return value.flatMap((item, position) => {
    const spot = {
      documented: documented[position] ?? last ?? null,
      marks: items,
      owner,
      position,
    };
    return differencesAt(run, inside(at, String(position)), spot, item);
  });
}

function objectDifferences(
  run: Run,
  at: string,
  { marks, position }: Spot,
  documented: Record<string, Json>,
  value: Json,
): Difference[] {
  const { reading } = run;
  const { wording = asItCame } = reading;
  if (!isObject(value)) {
    return [{ what: at, expected: "an object", received: wording.value(value) }];
  }
  return keysOf(reading, documented, value).flatMap((key) => {
    const below = documented[key];
    if (below === undefined) {
      const what = inside(at, wording.name(key));
      return [{ what, expected: "nothing", received: wording.value(value[key]) }];
    }
    const owner = { value, documented, marks };
    const spot = { documented: below, marks: marks.property(key), owner, position };
    return differencesAt(run, inside(at, key), spot, value[key]);
  });
}

/** The value of an object that varies in this way; where it has none, that of an object inside it. */
export function markedIn(
  object: Record<string, Json>,
  marks: Marked,
  kind: Varies,
): Json | undefined {
  const entries = Object.entries(object).map(([name, it]) => ({ it, marks: marks.property(name) }));
  const own = entries.find((entry) => entry.marks.varies === kind);
  if (own !== undefined) return own.it;
  for (const entry of entries) {
    if (!isObject(entry.it) || !entry.marks.has(kind)) continue;
    return markedIn(entry.it, entry.marks, kind);
  }
  return undefined;
}

function keysOf({ keys }: Reading, a: Record<string, Json>, b: Record<string, Json>): string[] {
  const shared = Object.keys(a).filter((key) => key in b);
  return keys === "shared" ? shared : [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
