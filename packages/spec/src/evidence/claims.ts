import type { OpenApiDocument } from "../document.ts";
import { valueAt } from "../json.ts";
import type { EvidenceProblem } from "./check.ts";
import type { InventoryEntry, Statement } from "./model.ts";
import { onOneLine, prose, riskyWords } from "./prose.ts";

/**
 * Holds a statement of the kind `claim` against the sentence it is about: the words still stand there, and every
 * number among them is printed by a source, unless they are our own conclusion.
 */
export function claimProblems(
  document: OpenApiDocument,
  { kind, at, says, source, status, why }: Statement,
  entries: ReadonlyMap<string, InventoryEntry>,
): EvidenceProblem[] {
  const [first = ""] = at;
  if (kind !== "claim") {
    return says === undefined
      ? []
      : [{ pointer: first, message: `has words (says), but is not a claim (kind: ${kind}).` }];
  }
  if (says === undefined || says.trim() === "") {
    const message = "is called a claim, but quotes no words. Add says, with words of the sentence.";
    return [{ pointer: first, message }];
  }
  const words = onOneLine(says);
  const problems: EvidenceProblem[] = at.flatMap((pointer) => {
    const text = valueAt(document, pointer);
    if (typeof text !== "string" || !/\/(description|summary)$/.test(pointer)) {
      const message = `The claim "${words}" is about ${pointer}, which is not a description or summary.`;
      return [{ pointer, message }];
    }
    if (onOneLine(text).includes(words)) return [];
    const message = `The claim "${words}" is not in this sentence. Quote the words that stand here now, or delete the claim.`;
    return [{ pointer, message }];
  });
  if (status === "inferred") return problems;
  if (why !== undefined) {
    const message = `The claim "${words}" gives a reason, but is called ${status}. Only what is inferred needs one.`;
    problems.push({ pointer: first, message });
  }
  const printed = new Set(source.flatMap((name) => numbersOf(entries.get(name))));
  const strangers = numbersIn(words).filter((it) => !printed.has(it));
  if (strangers.length > 0) {
    const message = `The claim "${words}" says ${strangers.join(" and ")}, which none of its sources prints. Name the entry that does, or call the claim inferred and say why.`;
    problems.push({ pointer: first, message });
  }
  return problems;
}

/** Words of the descriptions that a page has to say, and that no claim names a source for. */
export function unclaimedProse(
  document: OpenApiDocument,
  statements: readonly Statement[],
): EvidenceProblem[] {
  const claims = Map.groupBy(
    statements.flatMap(({ kind, at, says }) =>
      kind === "claim" && says !== undefined ? at.map((pointer) => ({ pointer, says })) : [],
    ),
    ({ pointer }) => pointer,
  );
  return prose(document).flatMap(({ pointer, text }) => {
    const line = onOneLine(text);
    const covered = (claims.get(pointer) ?? []).flatMap(({ says }) =>
      ranges(line, onOneLine(says)),
    );
    return riskyWords(line)
      .filter(
        ({ index, words }) =>
          !covered.some(([from, to]) => from <= index && index + words.length <= to),
      )
      .map(({ words, sentence }) => ({
        pointer,
        message: `"${words}" claims something, but no claim in provenance.yaml says where it comes from. Add one, or word the sentence as ours ("probably", "we read").`,
        missing: "claim" as const,
        prose: { words, sentence: sentence.trim() },
      }));
  });
}

/** Every place at which words stand in a text. */
function ranges(text: string, words: string): [number, number][] {
  const found: [number, number][] = [];
  if (words === "") return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push([at, at + words.length]);
  }
  return found;
}

const numberWords = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** The numbers of a text, written in digits; "one" is too often no number. */
function numbersIn(text: string): string[] {
  const digits = [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([it]) => it.replaceAll(",", ""));
  const words = numberWords.flatMap((word, index) =>
    new RegExp(`\\b${word}\\b`, "i").test(text) ? [String(index + 2)] : [],
  );
  return [...digits, ...words];
}

function numbersOf(entry: InventoryEntry | undefined): string[] {
  return entry === undefined
    ? []
    : numbersIn(JSON.stringify([entry.name, entry.type, entry.value]));
}
