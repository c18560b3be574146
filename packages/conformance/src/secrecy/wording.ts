import type { Wording } from "../difference.ts";
import { isNameOfSecret } from "./secret-names.ts";
import type { Secrets } from "./secrets.ts";

/** How much of a value is written. */
const maxCharacters = 300;

/** No response of an API is nested deeper. */
const maxDepth = 20;

/** What stands in a report in place of a secret. */
export const hidden = "***";

/** How a response is written in a report. */
export interface ResponseWording extends Wording {
  /** A value up to a length in characters. */
  upTo(length: number, value: unknown): string;
}

/**
 * Writes what a server sent without repeating its texts. A text is shown where the document has the same one, and
 * where it is a number or a time; of any other the length. Numbers, `true`, `false`, `null`, the documented names and
 * short names of letters are shown. Nothing is shown that tells a secret.
 *
 * @param vocabulary The texts of the document.
 */
export function discreetly(vocabulary: ReadonlySet<string>, secrets: Secrets): ResponseWording {
  const isShown = (text: string) =>
    (text === "" || vocabulary.has(text) || usual.has(text) || isNumber(text) || isTime(text)) &&
    !secrets.areToldBy(text);
  const name = (text: string) => {
    if (text === "" || ((vocabulary.has(text) || isIndex(text)) && !secrets.areToldBy(text))) {
      return text;
    }
    const isPlain = /^[a-z][a-z_]{0,15}\d?$/i.test(text) && !secrets.areHintedAtBy(text);
    return isPlain ? text : `<${characters(text)}>`;
  };
  /** A page in place of JSON, or another element than the documented one, is told by its first tag. */
  const beginning = (text: string) => {
    const [, tag = ""] = /^\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+)?([\w.:-]+)/i.exec(text) ?? [];
    return tag === "" || name(tag) !== tag ? "" : `"<${tag}>…", `;
  };
  const scalar = (value: unknown): string => {
    if (typeof value === "string") {
      return isShown(value) ? JSON.stringify(value) : `"<${characters(value)}>"`;
    }
    const text = String(value);
    if (typeof value !== "number") return text;
    return text.length <= 12 && !secrets.areToldBy(text) ? text : "<number>";
  };
  function* pieces(value: unknown, depth = 0): Generator<string> {
    if (value === null || typeof value !== "object") {
      yield scalar(value);
    } else if (depth === maxDepth) {
      yield "…";
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        yield index === 0 ? "[" : ",";
        yield* pieces(item, depth + 1);
      }
      yield value.length === 0 ? "[]" : "]";
    } else {
      const entries = Object.entries(value);
      for (const [index, [key, item]] of entries.entries()) {
        yield `${index === 0 ? "{" : ","}${JSON.stringify(name(key))}:`;
        if (isNameOfSecret(key) && !isEmpty(item)) yield `"${hidden}"`;
        else yield* pieces(item, depth + 1);
      }
      yield entries.length === 0 ? "{}" : "}";
    }
  }
  const upTo = (length: number, value: unknown) => {
    if (value === undefined) return "nothing";
    if (typeof value === "string" && !isShown(value)) {
      return `${beginning(value)}a text of ${characters(value)}`;
    }
    let text = "";
    for (const piece of pieces(value)) {
      text += piece;
      if (text.length > length) return `${text.slice(0, length)}…`;
    }
    return text;
  };
  return {
    name,
    upTo,
    value: (value) => upTo(maxCharacters, value),
  };
}

/** Media types of pages and of failures that stand in front of a service. */
const usual: ReadonlySet<string> = new Set([
  "text/html",
  "text/plain",
  "text/xml",
  "application/json",
  "application/xml",
  "application/problem+json",
  "application/octet-stream",
  "image/gif",
  "image/jpeg",
  "image/png",
  "image/webp",
]);

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || typeof value === "boolean";
}

/** No longer than an id or a size. */
function isNumber(text: string): boolean {
  return /^-?\d{1,10}$/.test(text);
}

function isIndex(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}

function isTime(text: string): boolean {
  const form = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:?\d\d)?$/;
  return form.test(text) && !Number.isNaN(Date.parse(text));
}

function characters(text: string): string {
  return text.length === 1 ? "1 character" : `${text.length} characters`;
}
