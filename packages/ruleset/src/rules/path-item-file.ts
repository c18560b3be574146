import { objectAt } from "../json.ts";
import type { Rule } from "../rule.ts";

export const pathItemFile: Rule = {
  description: "Every path item is a $ref to the file that is named after its path.",
  given: "$.paths[*]",
  check(item, { path }) {
    const key = String(path.at(-1));
    const file = `paths/${key.slice(1).replaceAll("/", "_")}.yaml`;
    const { $ref, ...rest } = objectAt(item);
    if (typeof $ref !== "string") {
      return [{ message: `Move this path item into ${file} and write \`$ref: ${file}\`.`, path }];
    }
    if ($ref !== file) {
      return [
        {
          message: `${key} is described in ${file}, not in ${$ref}: the path's "/" becomes "_".`,
          path: [...path, "$ref"],
        },
      ];
    }
    return Object.keys(rest).map((beside) => ({
      message: `Nothing stands beside a path item's $ref. Move \`${beside}\` into ${file}.`,
      path: [...path, beside],
    }));
  },
};
