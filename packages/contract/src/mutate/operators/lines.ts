import type { Inventory } from "@image-apis/spec";
import type { Edit, Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import type { Subject } from "../subject.ts";

/** The inventories that count the lines of their page, each with the way to it. */
function counted({ evidence }: Subject): { at: Path; page: Inventory; lineCount: number }[] {
  return evidence.inventories.flatMap((page, index) => {
    const at: Path = ["evidence", "inventories", index];
    return page.lineCount === undefined ? [] : [{ at, page, lineCount: page.lineCount }];
  });
}

const count: Operator = {
  name: "line.count",
  does: "Gives a vendor page one line more, or one less.",
  find: (subject) =>
    counted(subject).flatMap(({ at, page, lineCount }) =>
      [lineCount + 1, lineCount - 1].map((next) => ({
        at: [...at, "lineCount"] as Path,
        detail: `${page.key} ${next}`,
        sentence: `${page.key} has ${next} lines instead of ${lineCount}.`,
        edits: [{ at: [...at, "lineCount"] as Path, set: next }],
      })),
    ),
};

const drop: Operator = {
  name: "line.drop",
  does: "Forgets one line of a vendor page.",
  find: (subject) =>
    counted(subject).flatMap(({ at, page, lineCount }) =>
      Array.from({ length: lineCount }, (_, index) => index + 1).map((line) => {
        const holders = [
          ...page.entries.map((it, index) => ({ at: [...at, "entries", index] as Path, ...it })),
          ...(page.leftOut ?? []).map((it, index) => ({
            at: [...at, "leftOut", index] as Path,
            lines: it.lines,
          })),
        ];
        const edits = holders.flatMap(({ at: holder, lines = [] }): Edit[] =>
          lines.includes(line)
            ? [{ at: [...holder, "lines"], set: lines.filter((it) => it !== line) }]
            : [],
        );
        const sentence = `Nothing is said about line ${line} of ${page.key}.`;
        return { at, detail: `${page.key} ${line}`, sentence, edits };
      }),
    ),
};

const entry: Operator = {
  name: "line.entry",
  does: "Forgets on which lines an entry stands.",
  find: (subject) =>
    counted(subject).flatMap(({ at: inventory, page }) =>
      page.entries.map(({ id }, index) => {
        const at: Path = [...inventory, "entries", index, "lines"];
        const sentence = `${page.key}#${id} stands on no line.`;
        return {
          at,
          detail: `${page.key}#${id}`,
          sentence,
          edits: [{ at, remove: true as const }],
        };
      }),
    ),
};

const reason: Operator = {
  name: "line.reason",
  does: "Forgets why lines of a page are left out.",
  find: (subject) =>
    counted(subject).flatMap(({ at: inventory, page }) =>
      (page.leftOut ?? []).map(({ lines, why }, index) => {
        const at: Path = [...inventory, "leftOut", index, "why"];
        const sentence = `Nothing says why ${lines.join(", ")} of ${page.key} is left out (${why}).`;
        return { at, detail: `${page.key} ${lines[0]}`, sentence, edits: [{ at, set: "" }] };
      }),
    ),
};

/** What becomes of the lines of the vendors' pages. */
export const lineOperators: Operator[] = [count, drop, entry, reason];
