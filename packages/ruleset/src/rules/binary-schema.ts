import { bodies } from "../bodies.ts";
import { follow, isObject, objectAt } from "../json.ts";
import { isFile, isMultipart, isStructured } from "../media-types.ts";
import type { Finding, Rule } from "../rule.ts";
import { isBinary, schemaNodes } from "../schema-nodes.ts";

const spelling = "Write `type: string` and `format: binary`";

export const binarySchema: Rule = {
  description: "Every binary body and every binary part is spelled type: string, format: binary.",
  given: "$",
  check(document) {
    const findings: Finding[] = [];
    for (const { schema, path } of schemaNodes(document)) {
      const media = schema.contentMediaType;
      const claimsBytes =
        schema.format === "binary" || (typeof media === "string" && !isText(media));
      if (claimsBytes && !isBinary(schema)) {
        findings.push({ message: `${spelling}: generators read nothing else as bytes.`, path });
      }
    }
    for (const { node, path, mediaType } of bodies(document)) {
      const schema = follow(document, node.schema, [...path, "schema"]);
      if (isFile(mediaType) && !isBinary(schema.node)) {
        findings.push({ message: `${spelling} for a body of ${mediaType}.`, path });
      }
      if (!isMultipart(mediaType)) continue;
      for (const [part, written] of Object.entries(objectAt(schema.node.properties))) {
        const at = [...schema.path, "properties", part];
        if (isObject(written) && "type" in follow(document, written, at).node) continue;
        findings.push({
          message: `The part "${part}" has no type. ${spelling}, or the type it has.`,
          path: at,
        });
      }
    }
    return findings;
  },
};

function isText(mediaType: string): boolean {
  return mediaType.startsWith("text/") || isStructured(mediaType);
}
