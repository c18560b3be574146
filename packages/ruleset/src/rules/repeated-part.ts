import { bodies } from "../bodies.ts";
import { follow, objectAt } from "../json.ts";
import { isMultipart } from "../media-types.ts";
import type { Finding, Rule } from "../rule.ts";
import { hasType, isBinary } from "../schema-nodes.ts";

const encoding = { style: "form", explode: true, allowReserved: true };

export const repeatedPart: Rule = {
  description: "Every repeated file part states how many files it takes and how they are encoded.",
  given: "$",
  check(document) {
    const findings: Finding[] = [];
    for (const { node, path, mediaType } of bodies(document)) {
      if (!isMultipart(mediaType)) continue;
      const form = follow(document, node.schema, [...path, "schema"]);
      for (const [part, written] of Object.entries(objectAt(form.node.properties))) {
        const schema = follow(document, written, [...form.path, "properties", part]);
        const items = follow(document, schema.node.items, [...schema.path, "items"]);
        if (!hasType(schema.node, "array") || !isBinary(items.node)) continue;
        for (const bound of ["minItems", "maxItems"]) {
          if (bound in schema.node) continue;
          findings.push({
            message: `The repeated part "${part}" has no \`${bound}\`.`,
            path: schema.path,
          });
        }
        const own = objectAt(node, "encoding", part);
        if (Object.entries(encoding).every(([key, value]) => own[key] === value)) continue;
        findings.push({
          message: `Add \`encoding: { ${part}: { style: form, explode: true, allowReserved: true } }\`, or common mock servers refuse the repeated part.`,
          path: [...path, "encoding", part],
        });
      }
    }
    return findings;
  },
};
