import type { OpenApiDocument } from "../document.ts";
import { isObject, toPointer } from "../json.ts";

/** A sentence of ours in a document: a description or a summary. */
export interface Prose {
  /** JSON pointer into the bundle. */
  pointer: string;
  text: string;
}

/** Every description and summary of a document. Values are the vendor's, whatever their names are. */
export function prose(document: OpenApiDocument): Prose[] {
  const found: Prose[] = [];
  const walk = (tokens: string[], node: unknown): void => {
    if (Array.isArray(node)) node.forEach((it, index) => void walk([...tokens, String(index)], it));
    if (!isObject(node)) return;
    for (const [key, inner] of Object.entries(node)) {
      const at = [...tokens, key];
      if (isProse(at) && typeof inner === "string") {
        found.push({ pointer: toPointer(at), text: inner });
      } else if (!isValue(at)) walk(at, inner);
    }
  };
  walk([], document);
  return found;
}

const isProse = (at: string[]) => at.at(-1) === "description" || at.at(-1) === "summary";

/** What a client may send or receive. A property of such a name is a schema. */
const values = new Set(["value", "default", "const", "enum", "example"]);
const isValue = (at: string[]) => values.has(at.at(-1) ?? "") && at.at(-2) !== "properties";

/** The same words on one line. */
export const onOneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** A word that says more than it seems to, in the one-line text it stands in. */
export interface RiskyWords {
  words: string;
  /** Where they start in the text. */
  index: number;
  /** The sentence, or the clause of one, they stand in. */
  sentence: string;
}

/**
 * The words of a text that a page has to say before we do: limits, "always", "only", "must" and their like, zones,
 * units, numbers of things, reasons. A clause that is marked as ours ("probably", "we read", "no page says") is free.
 *
 * @param text On one line.
 */
export function riskyWords(text: string): RiskyWords[] {
  return clauses(withoutToDo(text)).flatMap(({ sentence, start }) => {
    if (ours.test(sentence)) return [];
    const found = risky.flatMap((pattern) =>
      [...masked(sentence).matchAll(pattern)].map(({ 0: words, index }) => ({
        words,
        index: start + index,
        sentence,
      })),
    );
    // "49 MB" is one thing, though MB alone is another.
    return found
      .filter((one) => !found.some((other) => other !== one && isInside(one, other)))
      .filter((one, index) => found.findIndex((other) => other.index === one.index) === index)
      .sort((a, b) => a.index - b.index);
  });
}

/** What says that a sentence is our own reading, or that no page has one. */
const ours =
  /\b(probably|presumably|we (read|take|assume|conclude)|our (own )?(reading|choice|advice|assumption|words)|made[- ]up|(is|are) (not|un)published|not published|unpublished|no [^.]* (is|are) published|publish(es)? (no|neither|nothing)|nothing is published|no page (says|prints|promises|names)|pages? (does|do) not (say|agree|name|print)|none (is|are) published)\b/i;

const number =
  "\\d[\\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half an?|an|a";
const sizes = "bytes?|kilobytes?|megabytes?|[kKMG]i?B|bits?|pixels?|px";
const times = "milliseconds?|ms|seconds|minutes?|hours?|days?|weeks?|months?";
const few =
  "\\d{1,2}|\\d{1,3}(?:,\\d{3})+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?";
const joining = "(?:and|or|to|in|of|for|with|by|is|was|as|has|this|its|us|also|asks|says)\\b";

const risky: RegExp[] = [
  // Everything and nothing.
  /\b(always|never|any|anything|anybody|anyone|anywhere|only|all|every|everything|everybody|everyone|none|nobody|nothing|exactly|entirely|solely|unlimited|forever|permanently|immediately|guarantee[sd]?)\b/gi,
  // Duties.
  /\b(must|cannot|required|mandatory|has to|have to)\b/gi,
  // Limits.
  /\b(limits?|limited|at most|at least|(?:no )?(?:more|less|fewer|smaller|larger|bigger|greater|longer|shorter|later|earlier) than|exceeds?|up to|maximum|minimum|max|min|highest|lowest|largest|smallest|unique|total|bounds?|0-based|1-based)\b/gi,
  // Zones.
  /\b(UTC|GMT|CET|CEST|IST|EST|PST)\b|[+-]\d\d:\d\d\b|\b(time ?)?zones?\b|\b(Africa|America|Asia|Australia|Europe|Pacific)\/[A-Z]\w+/g,
  // Units: of a number, after "in", of a time by themselves. "The bytes of a file" is no unit.
  new RegExp(`\\b(?:${number}|in)[ -](?:${sizes}|${times}|percent)(?![\\w-])|\\d%`, "gi"),
  new RegExp(`\\b(?:${times})\\b`, "gi"),
  // A number and a unit in one word.
  /\b\d[\d.,]*(?:[kKMG]i?B|px|ms|s|min|h)\b/g,
  // Numbers of things: "five images", "two query parameters". Years, statuses and codes count nothing.
  new RegExp(
    `\\b(?:${few})[ -](?:(?!${joining})[a-z]+ )?(?!${joining})(?:[a-z]+s|entries|indices|people|letter|bit)\\b`,
    "gi",
  ),
  // Reasons.
  /\b(because|therefore|hence|thus|due to|so that)\b|(?<=, )since\b/gi,
];

/** A text that is to be written over claims nothing yet; a rule of its own reports it. */
const withoutToDo = (text: string) =>
  text.replace(/\bTODO\b[^.]*/g, (toDo) => " ".repeat(toDo.length));

/** Headings and turns of phrase are no claims, nor is what stands in code but for a number and its unit. */
function masked(sentence: string): string {
  const blank = (text: string) => " ".repeat(text.length);
  return sentence
    .replace(/\*\*[A-Z][a-z]+\.\*\*|\b(all the same|at all|all of the above)\b/g, blank)
    .replace(/`[^`]*`/g, (code) =>
      /^`\d[\d.,]* ?[kKMG]i?B`$|[+-]\d\d:\d\d`$/.test(code) ? code : blank(code),
    );
}

const isInside = (one: { words: string; index: number }, other: typeof one) =>
  one.index >= other.index &&
  one.index + one.words.length <= other.index + other.words.length &&
  one.words.length < other.words.length;

/**
 * Sentences, their clauses and the cells of tables, each with where it starts: a clause that is marked as ours does not
 * free the next one.
 */
function clauses(text: string): { sentence: string; start: number }[] {
  const found: { sentence: string; start: number }[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(
    /[.!?;:](?:\*\*)?(?=\s)|[|()]|,(?= (?:but|and|so|yet|which|although|while)\b)/g,
  )) {
    found.push({ sentence: text.slice(start, index + end.length), start });
    start = index + end.length;
  }
  return [...found, { sentence: text.slice(start), start }];
}
