import type { Json } from "./json.ts";

/** What an inventory entry or a statement is about. */
export type StatementKind =
  | "operation"
  | "parameter"
  | "header"
  | "property"
  | "part"
  | "mediaType"
  | "limit"
  | "errorCode"
  | "response"
  | "example"
  | "securityScheme"
  | "server"
  | "behaviour";

/** One fact of a vendor page: what it names, never its sentence. */
export interface InventoryEntry {
  /** Unique within the page. */
  id: string;
  kind: StatementKind;
  /** Where on the page: the heading, table or sample it stands in. */
  place: string;
  name?: string;
  /** The type as the page prints it. */
  type?: string;
  value?: Json;
}

/** The inventory of one vendor page. */
export interface Inventory {
  /** How provenance refers to the page, for example `S0`. */
  key: string;
  title: string;
  address: string;
  /** The date it was read, `YYYY-MM-DD`. */
  read: string;
  entries: InventoryEntry[];
}

/** Where one statement of a document comes from. */
export type Statement = {
  kind: StatementKind;
  /** JSON pointers into the bundle, all of the same origin. */
  at: string[];
  /** `<page key>#<entry id>`, one or more. */
  source: string[];
} & (
  | { status: "documented" | "companion" }
  | { status: "inferred"; why: string }
  | { status: "contradicted"; contradiction: number }
);

/** Two readings the vendor's pages allow, and the one the documents take. */
export interface Contradiction {
  number: number;
  about: string;
  readings: [string, string, ...string[]];
  taken: string;
  why: string;
  /** The entries that disagree, `<page key>#<entry id>`. */
  source: string[];
  /** The test that pins the reading: `<file>: <title>`. */
  pinnedBy: string;
}

/** An inventory entry that no statement claims, and why not. */
export interface LeftOut {
  source: string;
  why: string;
}

export interface Provenance {
  statements: Statement[];
  contradictions: Contradiction[];
  leftOut: LeftOut[];
}

/** The evidence behind one API's document. */
export interface Evidence {
  inventories: Inventory[];
  provenance: Provenance;
}
