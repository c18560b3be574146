import { type FilePart, fileParts } from "../file-parts.ts";
import { objectAt } from "../json.ts";
import type { Rule } from "../rule.ts";

/** With one of these beside it, OpenAPI ignores `contentType`. */
const formKeywords = ["style", "explode", "allowReserved"];

export const partMediaType: Rule = {
  description: "Every file part of a form states its media types, as its limits have them.",
  given: "$",
  check(document) {
    return fileParts(document).flatMap((part) => {
      const encoding = objectAt(part.body.node, "encoding", part.name);
      const ignoring = formKeywords.filter((keyword) => keyword in encoding);
      const path = [...part.body.path, "encoding", part.name];
      if (ignoring.length > 0) {
        const [keyword] = ignoring;
        return [{ message: `\`${keyword}\` makes \`contentType\` ignored: delete it.`, path }];
      }
      const wanted = mediaTypes(part);
      const isStated =
        wanted === undefined
          ? typeof encoding.contentType === "string"
          : encoding.contentType === wanted;
      if (isStated) return [];
      const example = `{ ${part.name}: { contentType: "${wanted ?? "image/*"}" } }`;
      return [{ message: `Add \`encoding: ${example}\`.`, path }];
    });
  },
};

/** The media types that the limits of a part allow, in the form of a `contentType`. */
function mediaTypes({ schema }: FilePart): string | undefined {
  const { mediaTypes } = objectAt(schema, "x-limits");
  return Array.isArray(mediaTypes) ? mediaTypes.join(", ") : undefined;
}
