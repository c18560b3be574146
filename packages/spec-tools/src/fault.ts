import { nearest } from "@image-apis/ruleset/nearest";
import type { ValuePath } from "./location.ts";

/** What is wrong with a file, and at which of its values. */
export interface Fault {
  at: ValuePath;
  message: string;
}

/** What there is where a name was not found, what was probably meant first; `""` where there is nothing. */
export function choice(known: readonly string[], word = ""): string {
  if (known.length === 0) return "";
  const near = nearest(word, known);
  const listed = [...near, ...known.filter((it) => !near.includes(it))].join(", ");
  const [hint] = near;
  const meant = hint === undefined || known.length === 1 ? "" : ` Did you mean "${hint}"?`;
  return `${meant} Known: ${listed}.`;
}
