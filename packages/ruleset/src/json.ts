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

/** A member of an object of a document. */
export interface Member {
  key: string;
  value: unknown;
  /** The object, and where it is written. */
  holder: JsonObject;
  path: Path;
}

/**
 * Every member of the objects in a value, in the order in which they are written.
 *
 * @param isEntered whether the value of a member is looked into as well.
 */
export function* membersOf(
  value: unknown,
  isEntered: (member: Member) => boolean,
  path: Path = [],
): Generator<Member> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* membersOf(item, isEntered, [...path, index]);
    }
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const member = { key, value: inner, holder: value, path };
    yield member;
    if (isEntered(member)) yield* membersOf(inner, isEntered, [...path, key]);
  }
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
