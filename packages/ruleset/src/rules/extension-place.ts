import { isObject, type JsonObject, type Member, membersOf, type Path } from "../json.ts";
import type { Finding, Rule } from "../rule.ts";

/** What may stand where: the extension, and whether an object at a path of the file may hold it. */
const places: Record<string, { where: string; fits(holder: JsonObject, path: Path): boolean }> = {
  "x-tagGroups": {
    where: "the root of the document",
    fits: (holder, path) => path.length === 0 && "openapi" in holder,
  },
  "x-limits": {
    where: "the schema of a file",
    fits: (holder) => "type" in holder,
  },
  "x-personal": {
    where: "a parameter",
    fits: (holder) => "name" in holder && "in" in holder,
  },
  "x-error-code": { where: "an example's file", fits: isExampleFile },
  "x-when": { where: "an example's file", fits: isExampleFile },
};

/** Under these keys stand names or data of the API, not of OpenAPI. */
const foreign = new Set(["value", "headers", "properties", "default", "enum", "const"]);

export const extensionPlace: Rule = {
  description: "Every extension is one of the vocabulary and stands where it is read.",
  given: "$",
  check(document) {
    // An OpenAPI Overlay has extensions of its own, and who reads it judges them.
    if (isObject(document) && "overlay" in document) return [];
    const isExtension = ({ key, path }: Member) =>
      key.startsWith("x-") && !foreign.has(String(path.at(-1)));
    const isEntered = (it: Member) => it.key !== "value" && !isExtension(it);
    return [...membersOf(document, isEntered)].filter(isExtension).flatMap(placeFaults);
  },
};

function placeFaults({ key, holder, path }: Member): Finding[] {
  const place = places[key];
  const at = [...path, key];
  if (place === undefined) {
    const known = Object.keys(places).join(", ");
    return [{ message: `Nothing reads "${key}". Known: ${known}.`, path: at }];
  }
  if (place.fits(holder, path)) return [];
  return [{ message: `${key} belongs in ${place.where}.`, path: at }];
}

function isExampleFile(holder: JsonObject, path: Path): boolean {
  return path.length === 0 && ("value" in holder || "externalValue" in holder);
}
