import { isObject, type JsonObject, type Path } from "../json.ts";
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
    const findings: Finding[] = [];
    const walk = (node: unknown, path: Path): void => {
      if (Array.isArray(node)) {
        node.forEach((item, index) => {
          walk(item, [...path, index]);
        });
      }
      if (!isObject(node)) return;
      for (const [key, inner] of Object.entries(node)) {
        const at = [...path, key];
        if (key.startsWith("x-") && !foreign.has(String(path.at(-1)))) {
          const place = places[key];
          if (place === undefined) {
            const known = Object.keys(places).join(", ");
            findings.push({ message: `Nothing reads "${key}". Known: ${known}.`, path: at });
          } else if (!place.fits(node, path)) {
            findings.push({ message: `${key} belongs in ${place.where}.`, path: at });
          }
        } else if (key !== "value") walk(inner, at);
      }
    };
    walk(document, []);
    return findings;
  },
};

function isExampleFile(holder: JsonObject, path: Path): boolean {
  return path.length === 0 && ("value" in holder || "externalValue" in holder);
}
