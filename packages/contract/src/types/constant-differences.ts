import { compare, type Difference, inWords } from "@image-apis/conformance/judging";
import type { OpenApiDocument, Operation } from "@image-apis/spec";
import ts from "typescript";
import { documented } from "./documented.ts";
import { constants } from "./exchange-file.ts";
import { literalMembers, literalValue } from "./literal-value.ts";

/** Holds the constants that an exchange's file names, and the union of error codes, against the document. */
export function constantDifferences(
  document: OpenApiDocument,
  operation: Operation,
  checker: ts.TypeChecker,
  compiled: ts.SourceFile,
): Difference[] {
  const typeOf = (name: string) => {
    const alias = compiled.statements
      .filter(ts.isTypeAliasDeclaration)
      .find((it) => it.name.text === name);
    if (alias === undefined) throw new Error(`There is no alias ${name}.`);
    return checker.getTypeAtLocation(alias);
  };
  const differences = constants.flatMap((name) =>
    compare(
      `constant ${name}.${operation.operationId}`,
      asJson(documented[name](document, operation)),
      asJson(literalValue(checker, typeOf(name))),
    ),
  );
  const codes = Object.keys(documented.errorCodes(document, operation)).map(Number).sort();
  const union = literalMembers(checker, typeOf("codes")).sort();
  if (inWords(codes) !== inWords(union)) {
    differences.push({
      what: `type ErrorCode<"${operation.operationId}">`,
      expected: inWords(codes),
      received: inWords(union),
    });
  }
  return differences;
}

/** Drops what is undefined, as a written constant does. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
