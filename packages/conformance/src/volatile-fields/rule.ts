import type { Json, Varies } from "@image-apis/spec";
import type { History } from "./history.ts";

/** A received value of a marked property, and what stands around it. */
export interface Field {
  /** What the document has there. */
  documented: Json;
  /** The values beside it, by what the document marks them as; of a nested object those of its own as well. */
  marked(kind: Varies): Json | undefined;
  /** The same of the values that the document has there. */
  documentedAs(kind: Varies): Json | undefined;
  /** Its position in the nearest list around it, from 0. */
  position: number;
  /** What was sent before the response came. */
  history: History;
}

/** A value that differs from server to server and from call to call: what it must be all the same. */
export interface Rule {
  /** What it must be, in words. */
  words: string;
  holds(value: Json, field: Field): boolean;
}

/** By kind, as `x-varies` names it. */
export type Rules = Readonly<Partial<Record<Varies, Rule>>>;

export function isObject(value: Json | undefined): value is Record<string, Json> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A moment with its zone; one that is written without has the given one. */
export function instant(text: string, zone: string): number {
  return Date.parse(text.includes("T") ? text : `${text.replace(" ", "T")}${zone}`);
}

/** Whether a value comes for the first time in its response. */
export function isNew(value: Json, { seen }: History): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}
