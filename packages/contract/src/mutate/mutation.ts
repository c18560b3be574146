import type { Edit, Path } from "./edit.ts";
import type { Subject } from "./subject.ts";

/** One small change of a document or of its evidence, as somebody could make it by mistake. */
export interface Mutation {
  /**
   * `<operator> <api>#<pointer>`, with what tells it from another at that place behind it. The evidence is named by
   * what it says, not by its place.
   */
  id: string;
  operator: string;
  api: string;
  /** What is changed: a JSON pointer into the bundle, or below `/evidence` or `/exchanges`. */
  pointer: string;
  /** For people, for example `The property "acl" is no longer required.` */
  sentence: string;
  edits: readonly Edit[];
}

/** A way to change documents. */
export interface Operator {
  /** The kind of thing and what happens to it, for example `required.drop`. */
  name: string;
  /** What it does, as one sentence. */
  does: string;
  /** Finds every place it can change. */
  find(subject: Subject): Change[];
}

/** What an operator does at one place. */
export interface Change {
  at: Path;
  /** Tells it from other changes of the operator at the same place. */
  detail?: string;
  sentence: string;
  edits: readonly Edit[];
}
