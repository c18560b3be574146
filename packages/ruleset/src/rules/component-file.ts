import { isObject, objectAt } from "../json.ts";
import { references } from "../references.ts";
import type { Finding, Rule } from "../rule.ts";

/** A file of a component as a $ref names it: from the root document, from beside it, or from elsewhere. */
const componentFileName =
  /^(?:(?:\.\.\/)*components\/[A-Za-z]+\/|\.\.\/[A-Za-z]+\/)?[A-Z][A-Za-z0-9]*\.yaml$/;

export const componentFile: Rule = {
  description: "Every component is a file of its own that is named after the component.",
  given: "$",
  check(document) {
    const findings: Finding[] = [];
    for (const [kind, components] of Object.entries(objectAt(document, "components"))) {
      for (const [name, component] of Object.entries(objectAt(components))) {
        const file = `components/${kind}/${name}.yaml`;
        if (isObject(component) && component.$ref === file) continue;
        findings.push({
          message: `The component ${name} is a file of that name: write \`$ref: ${file}\`.`,
          path: ["components", kind, name, "$ref"],
        });
      }
    }
    for (const { $ref, path } of references(document)) {
      if (path[0] === "components" && path.length === 3) continue;
      if (/^paths\/|(?:^|\/)examples\//.test($ref) || componentFileName.test($ref)) continue;
      findings.push({
        message: `"${$ref}" is not the file of a component, which is components/<kind>/<PascalName>.yaml.`,
        path: [...path, "$ref"],
      });
    }
    return findings;
  },
};
