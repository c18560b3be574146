import type { Json } from "../json.ts";

/** What an inventory entry or a statement is about. A `claim` is one of our own sentences; no entry is one. */
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
  | "schema"
  | "enum"
  | "default"
  | "pattern"
  | "condition"
  | "optional"
  | "link"
  | "behaviour"
  | "claim";

/** One fact of a vendor page: what it names, never its sentence. */
export interface InventoryEntry {
  /** Unique within the page. */
  id: string;
  kind: StatementKind;
  /** Where on the page: the heading, table or sample it stands in. */
  place: string;
  /** The lines of the page it stands on, from 1; every entry has them where the inventory has a `lineCount`. */
  lines?: number[];
  name?: string;
  /** The type as the page prints it. */
  type?: string;
  required?: boolean;
  /** Of a property: the one value that every sample prints. Of a schema: the names of its properties. */
  value?: Json;
}

/** The inventory of one vendor page. */
export interface Inventory {
  /** How provenance refers to the page, for example `S0`. */
  key: string;
  title: string;
  address: string;
  /** Whether it is another public page of the vendor, not one of those the project exists for. */
  isCompanion?: boolean;
  /** The date it was read, `YYYY-MM-DD`. */
  read: string;
  /** How many lines the page has. With it, every line belongs to an entry or is left out. */
  lineCount?: number;
  entries: InventoryEntry[];
  /** The lines of the page that no entry holds. */
  leftOut?: LeftOutLines[];
}

/** Lines of a page that say nothing about the API, or nothing that is not read elsewhere. */
export interface LeftOutLines {
  lines: number[];
  /** Our reason, never the page's text. */
  why: string;
  /** The entry of another inventory that holds what these lines say, `<page key>#<entry id>`. */
  as?: string;
}

/** Where one statement, or one group of statements, of a document comes from. */
export interface Statement {
  kind: StatementKind;
  /** JSON pointers into the bundle: `/servers/<n>`, below `/paths` or below `/components/<kind>/<name>`. */
  at: string[];
  /** `<page key>#<entry id>`; empty only where the value was made up. */
  source: string[];
  status: "documented" | "companion" | "inferred" | "contradicted";
  /** Of a claim: the words of the description, or summary, it is about. */
  says?: string;
  /** Of an example: the texts in it that are ours, because no page prints them. */
  ours?: string[];
  /** By number, where the status is `contradicted`. */
  contradictions?: number[];
  /** Why the statement says what it says; required where it is `inferred`. */
  why?: string;
}

/** Readings the vendor's pages allow beside each other, and the one the documents take. */
export interface Contradiction {
  number: number;
  about: string;
  readings: [string, string, ...string[]];
  taken: string;
  why: string;
  /** The entries that disagree with each other, `<page key>#<entry id>`. */
  source: string[];
  /** Those among them that the documents do not follow. */
  overruled?: string[];
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
