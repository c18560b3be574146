import type { Json, OpenApiDocument } from "@image-apis/spec";

/** The texts that a document contains: its names, its values and those of its examples. */
export function vocabularyOf(document: OpenApiDocument): ReadonlySet<string> {
  const texts = new Set<string>();
  const collect = (node: Json) => {
    if (typeof node === "string") texts.add(node);
    if (node === null || typeof node !== "object") return;
    if (!Array.isArray(node)) for (const name of Object.keys(node)) texts.add(name);
    for (const it of Object.values(node)) collect(it);
  };
  // The cast: a bundled document is JSON.
  collect(document as unknown as Json);
  return texts;
}
