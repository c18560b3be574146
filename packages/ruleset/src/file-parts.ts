import { type Body, bodies } from "./bodies.ts";
import { follow, type JsonObject, objectAt, type Path } from "./json.ts";
import { isMultipart } from "./media-types.ts";
import { hasType, isBinary } from "./schema-nodes.ts";

/** A part of a form that is a file, or a list of files. */
export interface FilePart {
  name: string;
  /** The media type object of the form. */
  body: Body;
  /** The schema of the part and where it is written. */
  schema: JsonObject;
  path: Path;
  isRepeated: boolean;
}

/** Every file part of the forms of a bundled document. */
export function fileParts(document: unknown): FilePart[] {
  return bodies(document)
    .filter(({ mediaType }) => isMultipart(mediaType))
    .flatMap((body) => {
      const form = follow(document, body.node.schema, [...body.path, "schema"]);
      return Object.entries(objectAt(form.node.properties)).flatMap(([name, written]) => {
        const { node, path } = follow(document, written, [...form.path, "properties", name]);
        const items = follow(document, node.items, [...path, "items"]).node;
        const isRepeated = hasType(node, "array") && isBinary(items);
        if (!isRepeated && !isBinary(node)) return [];
        return [{ name, body, schema: node, path, isRepeated }];
      });
    });
}
