import type {
  Contradiction,
  InventoryEntry,
  OpenApiDocument,
  Reference,
  Statement,
} from "@image-apis/spec";
import { pointerTokens, toPointer, valueAt } from "@image-apis/spec";
import { addresses } from "../addresses.ts";
import type { Api } from "../api.ts";

/** A place of the document that does not simply repeat a vendor's page. */
export interface EvidenceMark {
  word: "inferred" | "pages differ";
  /** The address of the page that says more, and the anchor on it. */
  page: string;
  anchor: string;
  title: string;
}

/** Finds what is to be said of a JSON pointer into an API's bundle; references on the way are followed. */
export function evidenceMarks(api: Api): (pointer: string) => EvidenceMark[] {
  const marks = markedPlaces(api);
  return (pointer) => [
    ...new Set(placesOf(api.document, pointer).flatMap((place) => marks.get(place) ?? [])),
  ];
}

/** What is to be said, by the JSON pointers of provenance.yaml. */
export function markedPlaces(api: Api): Map<string, EvidenceMark[]> {
  const marks = new Map<string, EvidenceMark[]>();
  const contradictions = new Map(
    api.evidence.provenance.contradictions.map((it) => [it.number, it]),
  );
  const inferred = inferredStatements(api);
  for (const statement of api.evidence.provenance.statements) {
    const said = marksOf(api, statement, inferred.indexOf(statement), contradictions);
    // What we say of our own accord is not a conclusion from a page.
    const isOurs = statement.kind === "claim" && statement.source.length === 0;
    if (said.length === 0 || isOurs) continue;
    for (const pointer of [statement.at].flat()) {
      const known = marks.get(pointer) ?? [];
      // A description is marked once, however many of its claims are inferred.
      const more = said.filter(
        ({ word }) => statement.kind !== "claim" || !known.some((it) => it.word === word),
      );
      marks.set(pointer, [...known, ...more]);
    }
  }
  return marks;
}

function marksOf(
  api: Api,
  { status, contradictions = [], why }: Statement,
  index: number,
  all: ReadonlyMap<number, Contradiction>,
): EvidenceMark[] {
  if (status === "inferred") {
    const anchor = inferredAnchor(api, index);
    return [{ word: "inferred", page: addresses.inferred, anchor, title: why ?? "" }];
  }
  if (status !== "contradicted") return [];
  return contradictions.map((number) => ({
    word: "pages differ",
    page: addresses.disagreements,
    anchor: contradictionAnchor(api, number),
    title: all.get(number)?.about ?? "",
  }));
}

/** The statements that no page makes, in the order of provenance.yaml. */
export function inferredStatements({ evidence }: Api): Statement[] {
  return evidence.provenance.statements.filter(({ status }) => status === "inferred");
}

export function inferredAnchor({ name }: Api, index: number): string {
  return `inferred-${name}-${index + 1}`;
}

export function contradictionAnchor({ name }: Api, number: number): string {
  return `contradiction-${name}-${number}`;
}

/** The entry of an inventory and the page it is of, by `<page key>#<entry id>`. */
export function entryFinder({ evidence }: Api) {
  return (
    source: string,
  ): { title: string; address: string; entry: InventoryEntry | undefined } => {
    const [key = "", id] = source.split("#", 2);
    const page = evidence.inventories.find((inventory) => inventory.key === key);
    if (page === undefined) throw new Error(`${source}: there is no inventory ${key}.`);
    const entry = page.entries.find((candidate) => candidate.id === id);
    return { title: page.title, address: page.address, entry };
  };
}

/** A pointer with every reference on its way followed, and what it leads to where it names a reference itself. */
export function placesOf(document: OpenApiDocument, pointer: string): string[] {
  const place = pointerTokens(pointer).reduce(
    (at, token) => target(document, at) + toPointer([token]),
    "",
  );
  return [...new Set([place, target(document, place)])];
}

function target(document: OpenApiDocument, at: string): string {
  const node = valueAt(document, at);
  return isReference(node) ? target(document, node.$ref.replace(/^#/, "")) : at;
}

function isReference(node: unknown): node is Reference {
  return (
    node !== null && typeof node === "object" && "$ref" in node && typeof node.$ref === "string"
  );
}
