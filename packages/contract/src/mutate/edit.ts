import type { Subject } from "./subject.ts";

/** The way to a value of a subject: `["document", "paths", …]`, `["evidence", "provenance", …]` or `["exchanges", 0, …]`. */
export type Path = readonly [
  root: "document" | "evidence" | "exchanges",
  ...tokens: (string | number)[],
];

/** One change of one value. A renamed key stays where it stood, and so does an item that is replaced. */
export type Edit = { at: Path } & ({ set: unknown } | { remove: true } | { rename: string });

/** A copy of a subject in which some values are changed. */
export function edited(subject: Subject, edits: readonly Edit[]): Subject {
  const { document, evidence, exchanges } = structuredClone({
    document: subject.document,
    evidence: subject.evidence,
    exchanges: subject.exchanges,
  });
  const copy = { ...subject, document, evidence, exchanges };
  for (const edit of edits) apply(copy, edit);
  return copy;
}

function apply(root: Subject, edit: Edit): void {
  const holder = edit.at.slice(0, -1).reduce(inside, root);
  const key = String(edit.at.at(-1));
  if ("set" in edit) (holder as Record<string, unknown>)[key] = edit.set;
  else if ("rename" in edit) renameKey(holder as Record<string, unknown>, key, edit.rename);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete (holder as Record<string, unknown>)[key];
}

function inside(value: unknown, token: string | number): unknown {
  const next = (value as Record<string | number, unknown>)[token];
  if (next !== null && typeof next === "object") return next;
  throw new Error(`There is nothing to change below "${token}".`);
}

function renameKey(holder: Record<string, unknown>, from: string, to: string): void {
  for (const [key, value] of Object.entries(holder)) {
    delete holder[key];
    holder[key === from ? to : key] = value;
  }
}
