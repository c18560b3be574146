import type { Exchange, Refusal } from "@image-apis/spec";
import type { Subject } from "./subject.ts";

/** Something that judges a document by more than the document itself. */
export interface Check {
  /** The column in the report. */
  name: string;
  /**
   * What it looks at: the evidence, the document as a whole, or the document by its exchanges. The last can be asked
   * about some exchanges only.
   */
  sees: "evidence" | "document" | "exchanges";
  /** Whether it is asked about exchanges that send tens of megabytes as well: it does not send them. */
  takesLargeFiles?: boolean;
  /** Says what is wrong, in one line; `undefined` when nothing is. */
  complaint(subject: Subject, wanted: Wanted): Promise<string | undefined> | string | undefined;
}

/** Picks the exchanges and refusals to ask about. */
export type Wanted = (it: Exchange | Refusal) => boolean;
