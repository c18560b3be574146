import type { OpenApiDocument } from "../document.ts";
import { isObject, type Json, toPointer } from "../json.ts";
import { withoutCredentials } from "./agreement.ts";
import type { EvidenceProblem } from "./check.ts";
import { examples } from "./examples.ts";
import type { Evidence, Inventory } from "./model.ts";

/**
 * Holds every text of an example against the pages: an entry of an inventory has it, or the statement of the example
 * lists it as ours. What is wholly made up, by a statement without a source, is ours as it stands.
 */
export function unprintedTexts(document: OpenApiDocument, evidence: Evidence): EvidenceProblem[] {
  const printed = printedTexts(evidence.inventories);
  const marks = marksOf(evidence);
  return examples(document).flatMap(({ pointer, holder }) =>
    Object.entries(holder.examples).flatMap(([key, { value }]) => {
      const at = pointer + toPointer(["examples", key]);
      const { ours, isMadeUp } = marks.get(at) ?? { ours: new Set<string>(), isMadeUp: false };
      const texts = textsOf(value);
      const strangers = isMadeUp
        ? []
        : texts.filter(({ text }) => !printed.has(comparable(text)) && !ours.has(text));
      // A changed text is told where it stands.
      const left =
        strangers.length > 0
          ? []
          : [...ours].filter((it) => texts.every(({ text }) => text !== it));
      const printedToo = [...ours].filter((it) => printed.has(comparable(it)));
      return [
        ...strangers.map(({ text, at: inner }) => ({
          pointer: `${at}/value${toPointer(inner)}`,
          message: `"${text}" is printed by no page of the inventories. Correct the text, add it to the entry that prints it, or list it under ours of the example's statement in provenance.yaml.`,
        })),
        ...left.map((text) => ({
          pointer: at,
          message: `lists "${text}" as ours in provenance.yaml, but does not hold it. List the text that stands here now.`,
        })),
        ...printedToo.map((text) => ({
          pointer: at,
          message: `lists "${text}" as ours in provenance.yaml, but a page prints it. Delete it there.`,
        })),
      ];
    }),
  );
}

/** Credentials are replaced on both sides, each with a word of its own. */
const comparable = (text: string) => String(withoutCredentials(text));

/** What the statements of an example say of it, by the example's pointer. */
function marksOf({ provenance }: Evidence) {
  const marks = new Map<string, { ours: Set<string>; isMadeUp: boolean }>();
  for (const { kind, at, source, ours = [], status } of provenance.statements) {
    if (kind !== "example") continue;
    for (const pointer of at) {
      marks.set(pointer, {
        ours: new Set([...(marks.get(pointer)?.ours ?? []), ...ours]),
        isMadeUp: status === "inferred" && source.length === 0,
      });
    }
  }
  return marks;
}

/** Every text that an entry prints: its name, the parts of a request line, its value with what is inside. */
function printedTexts(inventories: readonly Inventory[]): Set<string> {
  const entries = inventories.flatMap((page) => page.entries);
  return new Set(
    entries
      .flatMap(({ name = "", value = null }) => [
        name,
        ...name.split("/"),
        ...textsOf(value).map(({ text }) => text),
      ])
      .map(comparable),
  );
}

/** The texts inside a value, each with the way to it. */
function textsOf(value: Json, at: string[] = []): { text: string; at: string[] }[] {
  if (typeof value === "string") return [{ text: value, at }];
  if (Array.isArray(value)) {
    return value.flatMap((it, index) => textsOf(it, [...at, String(index)]));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, it]) => textsOf(it, [...at, key]));
}
