import type { Difference } from "@image-apis/conformance/judging";
import ts from "typescript";
import type { ExchangeFile } from "./exchange-file.ts";
import type { Statement } from "./statement.ts";

/** Holds what the compiler says about an exchange's file against what its statements expect. */
export function statementDifferences(
  program: ts.Program,
  compiled: ts.SourceFile,
  { lines }: ExchangeFile,
): Difference[] {
  const refusals = new Map<number, string>();
  for (const { start = 0, messageText } of [
    ...program.getSyntacticDiagnostics(compiled),
    ...program.getSemanticDiagnostics(compiled),
  ]) {
    const { line } = compiled.getLineAndCharacterOfPosition(start);
    if (refusals.has(line)) continue;
    refusals.set(line, ts.flattenDiagnosticMessageText(messageText, " "));
  }
  const stray = [...refusals].filter(([line]) => !lines.has(line));
  return [
    ...stray.map(([, message]) => ({
      what: "the generated types",
      expected: "to describe the operation",
      received: message,
    })),
    ...[...lines].flatMap(([line, statement]) => differencesOf(statement, refusals.get(line))),
  ];
}

function differencesOf(
  { what, value, type, fits }: Statement,
  refusal: string | undefined,
): Difference[] {
  if (fits === (refusal === undefined)) return [];
  const shown = value.length > 200 ? `${value.slice(0, 200)}…` : value;
  const expected = `the type ${type} to ${fits ? "accept" : "refuse"} ${shown}`;
  return [{ what, expected, received: refusal ?? "a type that accepts it" }];
}
