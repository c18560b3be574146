import type { EvidenceProblem } from "./check.ts";
import type { Inventory } from "./model.ts";

/**
 * Holds the lines of each page against its inventory: every line from 1 to the last is read into an entry or left out
 * for a reason, and none is both. A page that nobody keeps, as those of companions, counts no lines.
 */
export function lineProblems(inventories: readonly Inventory[]): EvidenceProblem[] {
  const entryIds = new Set(
    inventories.flatMap(({ key, entries }) => entries.map(({ id }) => `${key}#${id}`)),
  );
  return inventories.flatMap((inventory) =>
    inventory.lineCount === undefined
      ? withoutLines(inventory)
      : [...wrongLines(inventory, inventory.lineCount, entryIds), ...coverage(inventory)],
  );
}

function withoutLines({ key, isCompanion, entries, leftOut = [] }: Inventory): EvidenceProblem[] {
  if (!isCompanion) {
    const message = `${key} does not say how many lines its page has. Add lineCount, and the lines of every entry.`;
    return [{ page: { key, at: [] }, message }];
  }
  const counted = entries.filter(({ lines }) => lines !== undefined);
  return [
    ...counted.map(({ id }) => ({
      source: `${key}#${id}`,
      message: `${key}#${id} gives lines, but ${key} gives no lineCount. Add it, or delete the lines.`,
    })),
    ...leftOut.map((_, index) => ({
      page: { key, at: ["leftOut", index] },
      message: `${key} leaves lines out, but gives no lineCount. Add it, or delete leftOut.`,
    })),
  ];
}

/** Lines that are not given, not on the page, or given for no reason. */
function wrongLines(
  { key, entries, leftOut = [] }: Inventory,
  lineCount: number,
  entryIds: ReadonlySet<string>,
): EvidenceProblem[] {
  const beyond = (lines: readonly number[] = []) => lines.filter((it) => it < 1 || it > lineCount);
  const range = `The page has the lines 1 to ${lineCount}.`;
  return [
    ...entries.flatMap(({ id, lines }): EvidenceProblem[] => {
      const source = `${key}#${id}`;
      if (lines === undefined || lines.length === 0) {
        return [
          { source, message: `${source} does not say on which lines of the page it stands.` },
        ];
      }
      const strangers = beyond(lines);
      if (strangers.length === 0) return [];
      return [{ source, message: `${source} stands on ${inWords(strangers)}. ${range}` }];
    }),
    ...leftOut.flatMap(({ lines, why, as }, index): EvidenceProblem[] => {
      const page = { key, at: ["leftOut", index] };
      const strangers = beyond(lines);
      return [
        ...(lines.length > 0 ? [] : ["leaves out no line: name them, first to last."]),
        ...(strangers.length > 0 ? [`leaves out ${inWords(strangers)}. ${range}`] : []),
        ...(why ? [] : [`leaves out ${inWords(lines)} without saying why.`]),
        ...(as === undefined || entryIds.has(as)
          ? []
          : [`says that ${as} holds ${inWords(lines)}, but no inventory has that entry.`]),
      ].map((message) => ({ page, message: `${key} ${message}` }));
    }),
  ];
}

function coverage({ key, lineCount = 0, entries, leftOut = [] }: Inventory): EvidenceProblem[] {
  const read = new Set(entries.flatMap(({ lines = [] }) => lines));
  const dropped = new Set<number>();
  const problems: EvidenceProblem[] = [];
  leftOut.forEach(({ lines }, index) => {
    const page = { key, at: ["leftOut", index] };
    const both = lines.filter((it) => read.has(it));
    if (both.length > 0) {
      const message = `${key} leaves out ${inWords(both)} and reads the same into an entry. Keep one of the two.`;
      problems.push({ page, message });
    }
    const twice = lines.filter((it) => dropped.has(it));
    if (twice.length > 0) {
      problems.push({
        page,
        message: `${key} leaves out ${inWords(twice)} twice. Keep one reason.`,
      });
    }
    for (const line of lines) dropped.add(line);
  });
  const missing = Array.from({ length: lineCount }, (_, index) => index + 1).filter(
    (it) => !read.has(it) && !dropped.has(it),
  );
  if (missing.length > 0) {
    const message = `${key} says nothing about ${inWords(missing)} of its page. Add an entry that gives the line, or list it under leftOut with a reason.`;
    problems.push({ page: { key, at: ["lineCount"] }, message });
  }
  return problems;
}

/** `line 4`, `lines 4, 7-9` */
export function inWords(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const line of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const words = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  return `${sorted.length === 1 ? "line" : "lines"} ${words.join(", ")}`;
}
