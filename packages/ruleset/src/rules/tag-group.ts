import { list, objectAt } from "../json.ts";
import type { Finding, Rule } from "../rule.ts";

export const tagGroup: Rule = {
  description: "Every tag is declared and stands in exactly one group.",
  given: "$",
  check(document) {
    const { tags, paths, "x-tagGroups": groups } = objectAt(document);
    const declared = list(tags).map((tag) => objectAt(tag).name);
    const findings: Finding[] = [];

    const grouped = list(groups).flatMap((group) => list(objectAt(group).tags));
    declared.forEach((name, index) => {
      const times = grouped.filter((tag) => tag === name).length;
      if (times === 1) return;
      findings.push({
        message: `The tag "${name}" stands in ${times} groups of x-tagGroups; it belongs in exactly one.`,
        path: ["tags", index],
      });
    });

    const undeclared = (used: unknown, path: (string | number)[]) => {
      list(used).forEach((name, index) => {
        if (declared.includes(name)) return;
        findings.push({
          message: `The tag "${name}" is not declared. Add it to \`tags\` of the document, or correct its name.`,
          path: [...path, index],
        });
      });
    };
    list(groups).forEach((group, index) => {
      undeclared(objectAt(group).tags, ["x-tagGroups", index, "tags"]);
    });
    for (const [path, item] of Object.entries(objectAt(paths))) {
      for (const [method, operation] of Object.entries(objectAt(item))) {
        undeclared(objectAt(operation).tags, ["paths", path, method, "tags"]);
      }
    }
    return findings;
  },
};
