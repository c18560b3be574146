import type { OpenApiDocument } from "../src/document.ts";
import type { Evidence, Statement } from "../src/evidence/model.ts";
import { pointerTokens, toPointer, valueAt } from "../src/json.ts";

/** Where a statement comes from, as it stands beside the statement in a published bundle. */
interface EvidenceMark {
  status: Statement["status"];
  /** Addresses of the vendor's pages; none where no page says it. */
  pages: string[];
  why?: string;
}

/** What `x-evidence` holds: the evidence of the object itself, and of its members that are not objects. */
type Marks = Partial<EvidenceMark> & { members?: MemberMark[] };

/** A list and not a map: tools that look for an `enum` or a `default` anywhere would take a key for one. */
interface MemberMark extends EvidenceMark {
  /** The key of the member, or the path to it. */
  member: string;
}

/** Maps hold things by names of ours: a key of another kind would be read as one more of them. */
const maps = new Set([
  "content",
  "examples",
  "headers",
  "paths",
  "properties",
  "responses",
  "variables",
]);

/**
 * A copy of a document in which `x-evidence` says of every statement what it stands on, so that whoever has only this
 * file sees what is documented and what is inferred. Claims of a description are left to the evidence itself.
 */
export function withEvidence(document: OpenApiDocument, evidence: Evidence): OpenApiDocument {
  const copy = structuredClone(document);
  const addresses = new Map(evidence.inventories.map(({ key, address }) => [key, address]));
  for (const statement of evidence.provenance.statements) {
    if (statement.kind === "claim") continue;
    const { status, source, why } = statement;
    const pages = [...new Set(source.flatMap((it) => addresses.get(it.split("#")[0] ?? "") ?? []))];
    const mark: EvidenceMark = { status, pages, ...(why !== undefined && { why: why.trim() }) };
    for (const pointer of statement.at) place(copy, pointer, mark);
  }
  return copy;
}

function place(document: OpenApiDocument, pointer: string, mark: EvidenceMark): void {
  const stated = valueAt(document, pointer);
  const tokens = pointerTokens(pointer);
  const isSchema = tokens.includes("schemas") || tokens.includes("schema");
  // Only a schema may have more beside a reference.
  if (isObject(stated) && (isSchema || !("$ref" in stated))) {
    const marks = marksOf(stated);
    Object.assign(marks, together(marks, mark));
    return;
  }
  for (let depth = tokens.length - 1; depth > 0; depth--) {
    const holder = valueAt(document, toPointer(tokens.slice(0, depth)));
    if (!holds(holder, tokens.slice(0, depth))) continue;
    const marks = marksOf(holder);
    const member = tokens.slice(depth).join("/");
    marks.members = [...(marks.members ?? []), { member, ...mark }];
    return;
  }
}

/** From what stands to what is only concluded. */
const byCaution = ["documented", "companion", "contradicted", "inferred"] as const;

/** Several statements of one place, of its name and of its being optional for example, count as the weakest of them. */
function together(one: Partial<EvidenceMark>, other: EvidenceMark): EvidenceMark {
  const { status = other.status, pages = [] } = one;
  const why = [one.why, other.why].filter((it) => it !== undefined).join(" ");
  return {
    status: byCaution.indexOf(status) > byCaution.indexOf(other.status) ? status : other.status,
    pages: [...new Set([...pages, ...other.pages])],
    ...(why !== "" && { why }),
  };
}

/** Whether a mark may stand in an object: not beside a reference, among names, or in an extension of ours. */
function holds(holder: unknown, tokens: string[]): holder is Record<string, unknown> {
  if (!isObject(holder) || "$ref" in holder) return false;
  return !maps.has(tokens.at(-1) ?? "") && !tokens.some((it) => it.startsWith("x-"));
}

function marksOf(node: Record<string, unknown>): Marks {
  node["x-evidence"] ??= {};
  // The cast: nothing else writes this key.
  return node["x-evidence"] as Marks;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
