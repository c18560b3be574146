/** Where something stands in a document, from its root. */
export type Path = (string | number)[];

/** A JSON object of unknown content. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The value as an object; of anything else, an object without keys. */
export function objectAt(value: unknown, ...path: string[]): JsonObject {
  let current = value;
  for (const key of path) current = isObject(current) ? current[key] : undefined;
  return isObject(current) ? current : {};
}

/** The value as a list; of anything else, an empty one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An object together with where it is written. */
export interface Located {
  node: JsonObject;
  path: Path;
}

/** Follows references into the document itself (`#/…`) to the object that stands there. */
export function follow(document: unknown, node: unknown, path: Path): Located {
  let found: Located = { node: objectAt(node), path };
  for (let steps = 0; typeof found.node.$ref === "string" && steps < 20; steps++) {
    const tokens = found.node.$ref
      .split("/")
      .slice(1)
      .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
    found = { node: objectAt(document, ...tokens), path: tokens };
  }
  return found;
}
