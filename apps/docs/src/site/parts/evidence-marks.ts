import { link } from "../addresses.ts";
import type { EvidenceMark } from "../evidence/evidence-index.ts";
import { type Html, html } from "../html.ts";

/** Small links that say where a statement is our conclusion, or one of several readings; each once. */
export function evidenceLinks(from: string, marks: readonly EvidenceMark[]): Html {
  return [...new Set(marks)].flatMap(
    ({ word, page, anchor, title }) =>
      html` <a class="evidence" href="${link(from, page)}#${anchor}" title="${title}">${word}</a>`,
  );
}
