import { styleText } from "node:util";
import type { MutationReport, OperatorRow } from "./report.ts";

/** Draws a report: operators down, outcomes and checks across; below it every survivor and every fault. */
export function mutationText(report: MutationReport, colour = false): string {
  const paint = (format: "green" | "red" | "yellow" | "bold", text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const { checks, operators, survivors, faults } = report;
  const heads = ["killed", "survived", "equivalent", ...checks];
  const first = Math.max(...operators.map(({ operator }) => operator.length), 5) + 2;
  const cells = (row: Omit<OperatorRow, "operator" | "does">) =>
    [row.killed, row.survived, row.equivalent, ...checks.map((it) => row.killedBy[it] ?? 0)]
      .map((count, index) => (count === 0 ? "" : String(count)).padStart(widthOf(heads[index])))
      .join("");
  const lines = operators.map((row) => {
    const text = (row.operator.padEnd(first) + cells(row)).trimEnd();
    return row.survived > 0 ? paint("red", text) : text;
  });
  const killedBy = Object.fromEntries(
    checks.map((check) => [check, sum(operators.map((row) => row.killedBy[check] ?? 0))]),
  );
  const noun = report.mutations === 1 ? "mutation" : "mutations";
  const verdict = `${report.mutations} ${noun}: ${report.killed} killed, ${report.survived} survived, ${report.equivalent} equivalent`;
  return [
    paint("bold", "".padEnd(first) + heads.map((it) => it.padStart(widthOf(it))).join("")),
    ...lines,
    ("all".padEnd(first) + cells({ ...report, killedBy })).trimEnd(),
    "",
    ...survivors.flatMap(({ id, sentence }) => [paint("red", `survived: ${id}`), `  ${sentence}`]),
    ...faults.map((fault) => paint("red", fault)),
    paint(report.isProved ? "green" : "red", verdict),
  ].join("\n");
}

function widthOf(head = ""): number {
  return head.length + 2;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}
