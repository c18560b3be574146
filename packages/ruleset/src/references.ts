import { membersOf, type Path } from "./json.ts";

/** A reference as it is written, and the object that holds it. */
export interface WrittenReference {
  $ref: string;
  path: Path;
}

/** Every `$ref` of a document. What an example shows is data and is passed over. */
export function references(document: unknown): WrittenReference[] {
  return [...membersOf(document, ({ key }) => key !== "value")].flatMap(({ key, value, path }) =>
    key === "$ref" && typeof value === "string" ? [{ $ref: value, path }] : [],
  );
}
