import { isObject, objectAt } from "../json.ts";
import { numberOf, numberPattern } from "./numbers.ts";

/** Where a text starts to count: "0-based", "counted from 0", "the first is 0". */
export function basesIn(text: string): { words: string; value: number }[] {
  const patterns = [
    `\\b(${numberPattern})-based\\b`,
    `\\b(?:counted|counts?|counting|numbered|starts?|starting)(?: (?:images|the images|indexes|items))? (?:from|at|with) (${numberPattern})\\b`,
    `\\bthe first(?: one| image| index)? is (${numberPattern})\\b`,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, "gi"))].map(({ 0: words, 1: value = "" }) => ({
      words,
      value: numberOf(value),
    })),
  );
}

/** The least values of the parameters that are an index by their text. */
export function indexBases(document: unknown): Set<number> {
  const bases = new Set<number>();
  const held = objectAt(document, "components", "parameters");
  const inline = Object.values(objectAt(document, "paths")).flatMap((item) =>
    Object.values(objectAt(item)).flatMap((it) => {
      const { parameters } = objectAt(it);
      return Array.isArray(parameters) ? parameters : [];
    }),
  );
  for (const parameter of [...Object.values(held), ...inline]) {
    if (!isObject(parameter) || !/\bindex(es)?\b/i.test(String(parameter.description))) continue;
    const schema = objectAt(parameter.schema);
    const { minimum } = isObject(schema.items) ? schema.items : schema;
    if (typeof minimum === "number") bases.add(minimum);
  }
  return bases;
}
