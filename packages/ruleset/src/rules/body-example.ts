import { fileExampleFaults } from "../file-examples.ts";
import { isObject } from "../json.ts";
import { isStructured } from "../media-types.ts";
import { fileOperationsPath } from "../operation-paths.ts";
import type { Rule } from "../rule.ts";

export const bodyExample: Rule = {
  description: "Every JSON or XML body has an example from a file.",
  given: [
    "$.content[*]",
    `${fileOperationsPath}.requestBody.content[*]`,
    `${fileOperationsPath}.responses[*].content[*]`,
  ],
  check(media, { path }) {
    const mediaType = String(path.at(-1));
    if (!isObject(media)) return [];
    if (!isStructured(mediaType) && !("example" in media) && !("examples" in media)) return [];
    return fileExampleFaults(media, path, `The ${mediaType} body`);
  },
};
