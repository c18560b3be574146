import { type JsonObject, type Member, membersOf, type Path } from "../json.ts";

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

const isSentence = ({ key, value }: Member) =>
  (key === "description" || key === "summary") && typeof value === "string";

/** Every description and summary of a document. A property that is called so is a schema. */
export function proseOf(document: unknown): Prose[] {
  const isEntered = ({ key, path }: Member) => path.at(-1) === "properties" || !values.has(key);
  return [...membersOf(document, isEntered)]
    .filter(isSentence)
    .map(({ key, value, holder, path }) => ({
      text: String(value).replace(/\s+/g, " ").trim(),
      path: [...path, key],
      subject: holder,
    }));
}

/** The clauses of a text: what one says is not always said of the next. */
export const clausesOf = (text: string): string[] => text.split(/(?<=[.;:!?])(?:\*\*)?\s|[|()]/);

/** What a sample of the vendor holds is no limit. */
export const isOfSample = (clause: string): boolean =>
  /\b(sample|samples|example|command|prints?|sends?|made[- ]up)\b/i.test(clause);
