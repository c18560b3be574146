import type { Example, OpenApiDocument } from "../document.ts";
import { valueAt } from "../json.ts";
import { agrees } from "./agreement.ts";
import { claimProblems, unclaimedProse } from "./claims.ts";
import { exampleDifferences } from "./differences.ts";
import { exampleFollows, isComparable } from "./inference.ts";
import { lineProblems } from "./lines.ts";
import type { Evidence, InventoryEntry, Statement, StatementKind } from "./model.ts";
import { unshownNeeds } from "./needs.ts";
import { statementPlaces } from "./statements.ts";
import { unprintedTexts } from "./texts.ts";

/** Something the evidence does not carry: at a place in the document, or at an inventory entry. */
export interface EvidenceProblem {
  /** The JSON pointer of the place. */
  pointer?: string;
  /** The entry, `<page key>#<entry id>`. */
  source?: string;
  /** A value of an inventory that is not an entry: the key of the page and the way to the value. */
  page?: { key: string; at: (string | number)[] };
  message: string;
  /** Whether it is that a place does not follow from what it is concluded from. */
  isConclusion?: boolean;
  /** The statement of provenance.yaml that has to change, by its index. */
  statement?: number;
  /** The kind of the statement that is missing at the pointer. */
  missing?: StatementKind;
  /** Of a claim that is missing: the words it is needed for, and the sentence they stand in. */
  prose?: { words: string; sentence: string };
}

/** Judges a document by its evidence, in both directions; an empty list means that both hold. */
export function checkEvidence(document: OpenApiDocument, evidence: Evidence): EvidenceProblem[] {
  const entries = new Map<string, InventoryEntry>(
    evidence.inventories.flatMap(({ key, entries }) =>
      entries.map((entry): [string, InventoryEntry] => [`${key}#${entry.id}`, entry]),
    ),
  );
  const compared = evidence.provenance.statements.flatMap((it, statement) =>
    // What a statement names and there is not, it says itself; all else is said of the place.
    checkStatement(document, evidence, entries, it).map((problem) =>
      valueAt(document, problem.pointer ?? "") === undefined ? { ...problem, statement } : problem,
    ),
  );
  return [
    ...unknownSources(evidence, entries),
    ...doubledStatements(evidence),
    ...onceOfAnExample(compared, unprintedTexts(document, evidence)),
    ...unsourcedPlaces(document, evidence),
    ...unshownNeeds(document, evidence),
    ...unclaimedEntries(evidence, entries),
    ...unclaimedProse(document, evidence.provenance.statements),
    ...lineProblems(evidence.inventories),
  ];
}

/**
 * A value that differs from its sample is told as that, not as a text nobody prints as well; an example with such a text
 * need not be told to hold what it is concluded from.
 */
function onceOfAnExample(compared: EvidenceProblem[], texts: EvidenceProblem[]): EvidenceProblem[] {
  const told = new Set(compared.map(({ pointer }) => pointer));
  const left = texts.filter(({ pointer }) => !told.has(pointer));
  const isWithin = (example = "") =>
    left.some(({ pointer = "" }) => pointer.startsWith(`${example}/value`));
  return [
    ...compared.filter(({ pointer, isConclusion }) => isConclusion !== true || !isWithin(pointer)),
    ...left,
  ];
}

/** Two statements of one kind at one place: which one counts, nobody knows. A claim is told by its words. */
function doubledStatements({ provenance }: Evidence): EvidenceProblem[] {
  const seen = new Set<string>();
  const single = new Set<StatementKind>(doubtful);
  return provenance.statements.flatMap(({ kind, at, says = "" }, statement) =>
    at.flatMap((pointer): EvidenceProblem[] => {
      const key = JSON.stringify([kind, pointer, says]);
      const isDoubled = seen.has(key) && !single.has(kind);
      seen.add(key);
      const of = kind === "claim" ? `claims "${says}"` : `has a statement of the kind ${kind}`;
      return isDoubled
        ? [{ pointer, statement, message: `${pointer} ${of} twice. Make one of the two.` }]
        : [];
    }),
  );
}

/** What may be said of a place more than once. */
const doubtful: readonly StatementKind[] = ["behaviour"];

function unknownSources(
  evidence: Evidence,
  entries: Map<string, InventoryEntry>,
): EvidenceProblem[] {
  const { statements, contradictions, leftOut } = evidence.provenance;
  const named = [...statements, ...contradictions, ...leftOut].flatMap((it) => it.source);
  const overruled = contradictions.flatMap((it) => it.overruled ?? []);
  return [...named, ...overruled]
    .filter((source) => !entries.has(source))
    .map((source) => ({ source, message: `${source} is in no inventory.` }));
}

function checkStatement(
  document: OpenApiDocument,
  evidence: Evidence,
  entries: Map<string, InventoryEntry>,
  statement: Statement,
): EvidenceProblem[] {
  const missing = statement.at.filter((pointer) => valueAt(document, pointer) === undefined);
  if (missing.length > 0) {
    return missing.map((pointer) => ({
      pointer,
      message: `${pointer} names nothing in the document.`,
    }));
  }
  const { status, kind, source, contradictions = [] } = statement;
  const [first] = statement.at;
  if (first === undefined) return [{ message: `A statement (kind: ${kind}) names no place.` }];
  const problems: EvidenceProblem[] = claimProblems(document, statement, entries);
  if (contradictions.length > 0 && status !== "contradicted") {
    problems.push({ pointer: first, message: `names contradictions, but is called ${status}.` });
  }
  if (status === "inferred") {
    if (!statement.why)
      problems.push({ pointer: first, message: "is inferred without saying why." });
    return [...problems, ...checkInference(document, evidence, entries, statement)];
  }
  if (source.length === 0) {
    problems.push({ pointer: first, message: `is called ${status}, but names no source.` });
  }
  const overruled = overruledSources(evidence, statement);
  if (statement.status === "contradicted" && overruled === undefined) {
    problems.push({
      pointer: first,
      message: "names no contradiction, or one that is not listed.",
    });
  }
  const binding = statement.source.flatMap((source) => {
    const entry = entries.get(source);
    return entry === undefined || overruled?.has(source) ? [] : [{ source, entry }];
  });
  const isCompanions = source.every((name) => isCompanion(evidence, name));
  if (status === "documented" && source.length > 0 && isCompanions) {
    problems.push({ pointer: first, message: "is called documented, but is a companion's." });
  }
  // A sentence is not compared word by word: a reader did that.
  if (kind === "claim") return problems;
  const differing = binding.filter(
    ({ entry }) =>
      !isRemark(entry) && !statement.at.some((it) => supports(document, statement, it, entry)),
  );
  for (const { source, entry } of differing) {
    if (kind === "example" && entry.kind === "example") {
      problems.push(...exampleDifferences(document, first, source, entry));
      continue;
    }
    problems.push({ pointer: first, message: `differs from ${source}: ${describe(entry)}.` });
  }
  if (binding.every(({ entry }) => isRemark(entry))) {
    if (kind !== "behaviour" && status === "documented") {
      problems.push({
        pointer: first,
        message: "is called documented, but follows a remark alone.",
      });
    }
    return problems;
  }
  for (const pointer of statement.at) {
    // That no source says so follows from that they say something else.
    if (pointer === first && differing.length > 0) continue;
    if (binding.some(({ entry }) => supports(document, statement, pointer, entry))) continue;
    problems.push({ pointer, message: `is called ${statement.status}, but no source says so.` });
  }
  return problems;
}

/**
 * What is concluded from something repeats it, as far as it can be compared: an example holds it, everything else agrees
 * with the entries of its own kind that no contradiction overrules.
 */
function checkInference(
  document: OpenApiDocument,
  { provenance }: Evidence,
  entries: Map<string, InventoryEntry>,
  { kind, at, source }: Statement,
): EvidenceProblem[] {
  const overruled = new Set(provenance.contradictions.flatMap((it) => it.overruled ?? []));
  const isExample = kind === "example";
  const comparable = source.flatMap((name) => {
    const entry = entries.get(name);
    if (entry === undefined) return [];
    const compares = isExample
      ? isComparable(entry)
      : entry.kind === kind && !isRemark(entry) && !overruled.has(name);
    return compares ? [{ name, entry }] : [];
  });
  if (comparable.length === 0) return [];
  const follows = (pointer: string, { entry }: (typeof comparable)[number]) =>
    isExample
      ? exampleFollows(valueAt(document, pointer) as Example, entry)
      : agrees(document, pointer, entry);
  const unmet = comparable.filter((it) => !at.some((pointer) => follows(pointer, it)));
  const empty = at.filter((pointer) => !comparable.some((it) => follows(pointer, it)));
  return [
    ...unmet.map(({ name, entry }, index) => ({
      // Of several places, one that holds nothing is where it is missing.
      pointer: empty[index] ?? at[0] ?? "",
      isConclusion: true,
      message: `is concluded from ${name}, but does not hold it: ${describe(entry)}.`,
    })),
    ...empty.slice(unmet.length).map((pointer) => ({
      pointer,
      isConclusion: true,
      message: "holds nothing of what it is concluded from.",
    })),
  ];
}

function isCompanion({ inventories }: Evidence, source: string): boolean {
  return inventories.some(({ key, isCompanion }) => isCompanion && source.startsWith(`${key}#`));
}

/** A remark has no name or value that a document could repeat. */
function isRemark({ kind, value }: InventoryEntry): boolean {
  return kind === "behaviour" && typeof value === "string";
}

/** Whether an entry says what stands at a place. One of another kind cannot carry a statement, whatever its value. */
export function supports(
  document: OpenApiDocument,
  statement: Statement,
  pointer: string,
  entry: InventoryEntry,
): boolean {
  // How wide a whole number is, an entry says by its type, whatever it is an entry of.
  const isOfKind = entry.kind === statement.kind || pointer.endsWith("/format");
  return isOfKind && agrees(document, pointer, entry);
}

/** The sources a listed contradiction decides against: they need not agree. */
function overruledSources(evidence: Evidence, statement: Statement): Set<string> | undefined {
  const { contradictions } = evidence.provenance;
  const named = (statement.contradictions ?? []).map((number) =>
    contradictions.find((it) => it.number === number),
  );
  if (named.length === 0 || named.includes(undefined)) return undefined;
  return new Set(named.flatMap((it) => it?.overruled ?? []));
}

function unsourcedPlaces(document: OpenApiDocument, evidence: Evidence): EvidenceProblem[] {
  const sourced = new Set(
    evidence.provenance.statements.flatMap(({ kind, at }) =>
      at.map((pointer) => `${kind} ${pointer}`),
    ),
  );
  return statementPlaces(document)
    .filter(({ kind, pointer }) => !sourced.has(`${kind} ${pointer}`))
    .map(({ kind, pointer }) => ({
      pointer,
      message: `${oddity(pointer)}needs a statement in provenance.yaml (kind: ${kind}).`,
      missing: kind,
    }));
}

/** What few operations have, and what was meant where it is a slip. */
function oddity(pointer: string): string {
  if (pointer.endsWith("/security")) {
    return "is not the security of the document. Write the same alternatives; where a page says otherwise, it ";
  }
  return pointer.endsWith("/deprecated")
    ? "is said of no other part. Delete it; where a page says so, it "
    : "";
}

function unclaimedEntries(
  evidence: Evidence,
  entries: Map<string, InventoryEntry>,
): EvidenceProblem[] {
  const { statements, leftOut } = evidence.provenance;
  const claimed = new Set(statements.flatMap(({ source }) => source));
  const dropped = new Set(leftOut.map(({ source }) => source));
  const problems: EvidenceProblem[] = [];
  for (const source of entries.keys()) {
    if (claimed.has(source) === dropped.has(source)) {
      const fault = claimed.has(source)
        ? "both claimed and left out"
        : "neither claimed nor left out";
      problems.push({ source, message: `${source} is ${fault}: see provenance.yaml.` });
    }
  }
  return problems;
}

function describe({ name, type, required, value }: InventoryEntry): string {
  return JSON.stringify({ name, type, required, value });
}
