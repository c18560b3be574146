import { bodies } from "../bodies.ts";
import { isObject, objectAt } from "../json.ts";
import type { Prose } from "./prose.ts";

/** Statuses that a text names and no response of its operation, or of the document, has. */
export function statusFaults(document: unknown, { text, path }: Prose): string[] {
  const [root, first, second] = path;
  const own =
    root === "paths"
      ? Object.keys(objectAt(document, "paths", String(first), String(second), "responses"))
      : [];
  const known = own.length > 0 ? own : allStatuses(document);
  if (known.length === 0) return [];
  const isKnown = (status: string) =>
    known.includes(status) || known.includes(`${status.charAt(0)}XX`) || known.includes("default");
  const named =
    /\b(?:status|HTTP|an?|is|are|under|with|returns|declares|assume|be|both) ([1-5]\d\d)(?=$|[.,;:)]|\s(?:and|or|with|has|when|if|as|for|instead|is)\b)(?![.,]\d)/g;
  return [...text.matchAll(named)]
    .filter(({ 1: status = "" }) => !isKnown(status))
    .map(
      ({ 0: words, 1: status }) =>
        `"${words}" names the status ${status}, which is not a response here: ${known.join(", ")}. Correct the text, or describe the response.`,
    );
}

function allStatuses(document: unknown): string[] {
  const found = Object.values(objectAt(document, "paths")).flatMap((item) =>
    Object.values(objectAt(item)).flatMap((it) => Object.keys(objectAt(it, "responses"))),
  );
  return [...new Set(found)].sort();
}

/** Codes of the vendor that a text names and the document does not have. */
export function codeFaults(document: unknown, { text, subject }: Prose): string[] {
  const own = subject["x-error-code"];
  const leading = /^(\d{3,6})(?=,? )/.exec(text)?.[1];
  if (own !== undefined && leading !== undefined && leading !== String(own)) {
    return [`"${leading}" is not the x-error-code of this example, ${String(own)}. Correct one.`];
  }
  const known = codesOf(document);
  const ranges = new Set([...known].map((code) => `${code.length} ${code.slice(0, 2)}`));
  return [...text.matchAll(/(?<![\w.,-])\d{3,6}(?![\w-]|[.,]\d| ?(?:bytes?|[KMG]B|pixels?))/g)]
    .filter(([code]) => code.length > 3 && ranges.has(`${code.length} ${code.slice(0, 2)}`))
    .filter(([code]) => !known.has(code))
    .map(
      ([code]) =>
        `"${code}" is not an error code of the document: ${[...known].sort().join(", ")}. Correct the text, or show the code in an example.`,
    );
}

function codesOf(document: unknown): Set<string> {
  return new Set(
    bodies(document).flatMap(({ node }) =>
      Object.values(objectAt(node.examples)).flatMap((example) =>
        isObject(example) && "x-error-code" in example ? [String(example["x-error-code"])] : [],
      ),
    ),
  );
}
