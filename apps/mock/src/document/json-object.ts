/** An object of JSON of which nothing more is known. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object of JSON, and not a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a map by their names; empty for what is not one. */
export function objectsOf(map: unknown): [string, JsonObject][] {
  if (!isJsonObject(map)) return [];
  return Object.entries(map).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  );
}

/** The same names with what becomes of their objects. */
export function mapped(map: unknown, change: (value: JsonObject, name: string) => unknown) {
  return Object.fromEntries(objectsOf(map).map(([name, value]) => [name, change(value, name)]));
}
