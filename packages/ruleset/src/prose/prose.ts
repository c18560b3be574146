import { isObject, type JsonObject, type Path } from "../json.ts";

/** A sentence of ours, with what it describes. */
export interface Prose {
  /** On one line. */
  text: string;
  path: Path;
  /** The object whose description or summary it is. */
  subject: JsonObject;
}

/** What a client may send or receive, and what is said of our statements: no sentence of the document. */
const values = new Set(["value", "default", "const", "enum", "example", "x-evidence"]);

/** Every description and summary of a document. A property that is called so is a schema. */
export function proseOf(document: unknown): Prose[] {
  const found: Prose[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (Array.isArray(node)) {
      node.forEach((item, index) => {
        walk(item, [...path, index]);
      });
    }
    if (!isObject(node)) return;
    for (const [key, inner] of Object.entries(node)) {
      const at = [...path, key];
      const isName = path.at(-1) === "properties";
      if ((key === "description" || key === "summary") && typeof inner === "string") {
        found.push({ text: inner.replace(/\s+/g, " ").trim(), path: at, subject: node });
      } else if (isName || !values.has(key)) walk(inner, at);
    }
  };
  walk(document, []);
  return found;
}

/** The clauses of a text: what one says is not always said of the next. */
export const clausesOf = (text: string): string[] => text.split(/(?<=[.;:!?])(?:\*\*)?\s|[|()]/);

/** What a sample of the vendor holds is no limit. */
export const isOfSample = (clause: string): boolean =>
  /\b(sample|samples|example|command|prints?|sends?|made[- ]up)\b/i.test(clause);
