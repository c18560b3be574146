import { isObject, type Path } from "./json.ts";

/** A reference as it is written, and the object that holds it. */
export interface WrittenReference {
  $ref: string;
  path: Path;
}

/** Every `$ref` of a document. What an example shows is data and is passed over. */
export function references(document: unknown): WrittenReference[] {
  const found: WrittenReference[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (Array.isArray(node)) {
      node.forEach((item, index) => {
        walk(item, [...path, index]);
      });
    }
    if (!isObject(node)) return;
    if (typeof node.$ref === "string") found.push({ $ref: node.$ref, path });
    for (const [key, inner] of Object.entries(node)) {
      if (key !== "value") walk(inner, [...path, key]);
    }
  };
  walk(document, []);
  return found;
}
