import ts from "typescript";

/** The one value that a type of literals stands for; where a type is wider, its text says so. */
export function literalValue(checker: ts.TypeChecker, type: ts.Type): unknown {
  if (type.isLiteral()) return type.value;
  if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type) === "true";
  if (checker.isTupleType(type)) {
    // The cast: a tuple type is always a reference to a tuple target.
    const items = checker.getTypeArguments(type as ts.TypeReference);
    return items.map((item) => literalValue(checker, item));
  }
  const isStructure = type.flags & ts.TypeFlags.Object && type.getStringIndexType() === undefined;
  if (!isStructure) return `(type) ${checker.typeToString(type)}`;
  return Object.fromEntries(
    type
      .getProperties()
      .map((property) => [
        property.getName(),
        literalValue(checker, checker.getTypeOfSymbol(property)),
      ]),
  );
}

/** The members of a union of literals, in no order; `never` has none. */
export function literalMembers(checker: ts.TypeChecker, type: ts.Type): unknown[] {
  if (type.flags & ts.TypeFlags.Never) return [];
  return (type.isUnion() ? type.types : [type]).map((member) => literalValue(checker, member));
}
