import { isObject, objectAt, type Path } from "../json.ts";
import { nearest } from "../nearest.ts";
import { proseOf } from "../prose/prose.ts";
import type { Finding, Rule } from "../rule.ts";

/** Names of ours: two words joined by a capital letter or an underscore. Others can be the vendor's, or of a protocol. */
const ourName = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*|_[a-z0-9]+)+$/;

/** The names of a call that a text spells out: `?image_ids=0`, `customer.lastName`, `data[].status`. */
const parts = (code: string): string[] =>
  /^[\w.?&=[\]/…-]+$/.test(code) ? code.split(/[^\w-]+/).filter(Boolean) : [code];

export const proseName: Rule = {
  description:
    "Every operation, parameter, property or media type that a text names is one of the document.",
  given: "$",
  check(document) {
    const findings: Finding[] = [];
    const known = namesOf(document);
    const mediaTypes = mediaTypesOf(document);
    for (const { text, path } of proseOf(document)) {
      for (const clause of text.split(/(?<=[.;!?])\s/)) {
        // What a page has and the document leaves out is named, and said to be left out.
        const isElsewhere = /\b(pages?|vendor'?s?|offers?|others?|curl)\b/i.test(clause);
        for (const [, code = ""] of clause.matchAll(/`([^`]+)`/g)) {
          for (const name of parts(code)) {
            if (!ourName.test(name) || known.has(name)) continue;
            const [hint] = nearest(name, known);
            findings.push({
              message: `"${name}" is not the name of anything in the document.${hint === undefined ? "" : ` Did you mean "${hint}"?`} Correct the name, or describe what it names.`,
              path,
            });
          }
          if (
            isElsewhere ||
            !/^(application|audio|image|multipart|text|video)\/[\w.+*-]+$/.test(code)
          )
            continue;
          if (mediaTypes.size === 0 || mediaTypes.has(code)) continue;
          const listed = [...mediaTypes].sort((a, b) => nearness(a, code) - nearness(b, code));
          findings.push({
            message: `"${code}" is not a media type of the document: ${listed.join(", ")}. Correct the text, or describe the media type.`,
            path,
          });
        }
      }
    }
    return findings;
  },
};

const nearness = (one: string, other: string) => (nearest(other, [one]).length > 0 ? 0 : 1);

/** Every key and every word of a value; sentences are no names. */
function namesOf(document: unknown): Set<string> {
  const known = new Set<string>();
  const add = (text: string) => {
    known.add(text);
    for (const word of text.split(/[^\w-]+/)) known.add(word);
  };
  const walk = (node: unknown, path: Path): void => {
    if (typeof node === "string") add(node);
    else if (Array.isArray(node)) for (const item of node) walk(item, path);
    else if (isObject(node)) {
      for (const [key, inner] of Object.entries(node)) {
        if (key === "x-evidence") continue;
        add(key);
        const isSentence =
          (key === "description" || key === "summary") && typeof inner === "string";
        if (!isSentence || path.includes("value")) walk(inner, [...path, key]);
      }
    }
  };
  walk(document, []);
  return known;
}

function mediaTypesOf(document: unknown): Set<string> {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    if (!isObject(node)) return;
    for (const key of Object.keys(objectAt(node.content))) found.add(key);
    const { mediaTypes } = objectAt(node["x-limits"]);
    if (Array.isArray(mediaTypes)) for (const it of mediaTypes) found.add(String(it));
    for (const [key, inner] of Object.entries(node)) {
      if (key === "examples") collectValues(inner, found);
      else walk(inner);
    }
  };
  walk(document);
  return found;
}

/** Media types that an example shows, as a `content_type` does. */
function collectValues(node: unknown, into: Set<string>): void {
  if (typeof node === "string" && /^\w+\/[\w.+*-]+$/.test(node)) into.add(node);
  else if (Array.isArray(node)) for (const it of node) collectValues(it, into);
  else if (isObject(node)) for (const it of Object.values(node)) collectValues(it, into);
}
