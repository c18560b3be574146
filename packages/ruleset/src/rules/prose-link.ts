import { isObject, list, objectAt } from "../json.ts";
import { nearest } from "../nearest.ts";
import { proseOf } from "../prose/prose.ts";
import type { Rule } from "../rule.ts";

export const proseLink: Rule = {
  description:
    "Every link of a text leads to a page of the web, or to an operation or a tag of the document.",
  given: "$",
  check(document) {
    const anchors = anchorsOf(document);
    return proseOf(document).flatMap(({ text, path }) =>
      linksIn(text).flatMap((target) => {
        const message = faultOf(target, anchors);
        return message === undefined ? [] : [{ message, path }];
      }),
    );
  },
};

/** The targets of the links of a Markdown text, bare addresses included. */
function linksIn(text: string): string[] {
  const written = [...text.matchAll(/\]\(\s*<?([^)\s>]*)>?[^)]*\)/g)].map(([, it = ""]) => it);
  const rest = text.replace(/\]\([^)]*\)|`[^`]*`/g, "");
  const bare = [...rest.matchAll(/\bhttps?:\/\/[^\s<>"')\]|]+/g)].map(([it]) =>
    it.replace(/[.,;:]+$/, ""),
  );
  return [...written, ...bare];
}

function faultOf(target: string, anchors: Set<string>): string | undefined {
  if (target.startsWith("#")) {
    if (anchors.has(target)) return undefined;
    const [hint] = nearest(target, anchors);
    return `"${target}" is not a heading of the documentation.${hint === undefined ? "" : ` Did you mean "${hint}"?`} Write #operation/<operationId> or #tag/<tag>.`;
  }
  if (/^mailto:[^@\s]+@[^@\s]+$/.test(target)) return undefined;
  if (/^https?:\/\//.test(target)) {
    if (!URL.canParse(target)) return `"${target}" is not an address. Correct it.`;
    const { protocol, hostname } = new URL(target);
    if (protocol === "https:" && hostname.includes(".")) return undefined;
    return `"${target}" is not an address of the public web that starts with https://. Correct it.`;
  }
  return `"${target}" leads to a file, which readers of the bundle do not have. Write an address, or #operation/<operationId>.`;
}

/** What a page made from the document can be asked for. */
function anchorsOf(document: unknown): Set<string> {
  const { tags, paths } = objectAt(document);
  const found = new Set<string>();
  for (const tag of list(tags)) {
    const { name } = objectAt(tag);
    if (typeof name !== "string") continue;
    found.add(`#tag/${name.replaceAll(" ", "-")}`);
    found.add(`#tag/${encodeURIComponent(name)}`);
  }
  for (const item of Object.values(objectAt(paths))) {
    for (const operation of Object.values(objectAt(item))) {
      if (isObject(operation) && typeof operation.operationId === "string") {
        found.add(`#operation/${operation.operationId}`);
      }
    }
  }
  return found;
}
