import { isObject, list, objectAt } from "../json.ts";
import type { Finding, Rule } from "../rule.ts";

export const operationTag: Rule = {
  description:
    "Every operation has the tag that fits it best, one with the other operations of its path, and every tag has an operation.",
  given: "$",
  check(document) {
    const tags = list(objectAt(document).tags).map((tag) => String(objectAt(tag).name));
    const findings: Finding[] = [];
    const used = new Set<string>();
    for (const [path, item] of Object.entries(objectAt(document, "paths"))) {
      let ofPath: string | undefined;
      for (const [method, operation] of Object.entries(objectAt(item))) {
        if (!isObject(operation) || typeof operation.operationId !== "string") continue;
        const at = ["paths", path, method, "tags"];
        const [tag] = list(operation.tags).map(String);
        for (const it of list(operation.tags)) used.add(String(it));
        if (tag === undefined || !tags.includes(tag)) continue;
        const better = tags.find(
          (it) => fits(it, operation.operationId) > 0 && fits(tag, operation.operationId) === 0,
        );
        if (better !== undefined) {
          findings.push({
            message: `The operation ${operation.operationId} has the tag "${tag}", but its name speaks of "${better}". Change the tag.`,
            path: at,
          });
        } else if (ofPath !== undefined && ofPath !== tag) {
          findings.push({
            message: `The operation ${operation.operationId} has the tag "${tag}", and another operation of its path has "${ofPath}". Give both the same tag.`,
            path: at,
          });
        }
        ofPath ??= tag;
      }
    }
    const hasOperations = Object.keys(objectAt(document, "paths")).length > 0;
    tags.forEach((tag, index) => {
      if (used.has(tag) || !hasOperations) return;
      findings.push({
        message: `The tag "${tag}" is of no operation. Give it to those it belongs to, or delete it.`,
        path: ["tags", index],
      });
    });
    return findings;
  },
};

/** How many words of a tag an operation's name has; the plural makes no difference. */
function fits(tag: string, operationId: unknown): number {
  const name = String(operationId).toLowerCase();
  return tag
    .toLowerCase()
    .split(/\W+/)
    .map((word) => word.replace(/s$/, ""))
    .filter((word) => word.length > 2 && name.includes(word)).length;
}
