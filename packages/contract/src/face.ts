import type { Contract } from "@image-apis/conformance";
import type { Exchange, Refusal } from "@image-apis/spec";
import type { Cell } from "./cell.ts";

/** Something made from the documents, which every exchange is held against: one column of the grid. */
export interface Face {
  /** The column's head. */
  name: string;
  /** Gets ready for one API: starts what has to run, compiles what has to be compiled. */
  open(contract: Contract): Promise<Proof> | Proof;
}

/** A face that is ready for the exchanges of one API. */
export interface Proof {
  /** What a reader of the cells has to know, for example a language that this machine cannot run. */
  notes?: readonly string[];
  check(exchange: Exchange): Promise<Cell> | Cell;
  /** Holds a refusal against the face. A face that shows what vendors document has none. */
  refuse?(refusal: Refusal): Promise<Cell> | Cell;
  /** Stops what was started. */
  close?(): Promise<void>;
}
