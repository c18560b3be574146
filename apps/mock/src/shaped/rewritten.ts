/**
 * A copy of JSON in which every object may be replaced, from the outside in.
 *
 * @param replace gives an object as it is, or another in its place.
 */
export function rewritten<Value>(value: Value, replace: (object: object) => object): Value {
  const copy = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(copy);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(replace(node)).map(([name, child]) => [name, copy(child)]),
    );
  };
  // Only objects are replaced, by objects of the same use.
  return copy(value) as Value;
}
