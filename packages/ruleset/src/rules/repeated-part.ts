import { fileParts } from "../file-parts.ts";
import type { Rule } from "../rule.ts";

export const repeatedPart: Rule = {
  description: "Every repeated file part states how many files it takes.",
  given: "$",
  check(document) {
    return fileParts(document)
      .filter(({ isRepeated }) => isRepeated)
      .flatMap(({ name, schema, path }) =>
        ["minItems", "maxItems"]
          .filter((bound) => !(bound in schema))
          .map((bound) => ({ message: `The repeated part "${name}" has no \`${bound}\`.`, path })),
      );
  },
};
