import type { MutationReport } from "./report.ts";

/** Writes a report down as a page: the operators, what no check saw, and what changes nothing. */
export function mutationMarkdown(report: MutationReport): string {
  const { checks, operators, survivors, equivalents } = report;
  const byReason = Map.groupBy(equivalents, ({ reason }) => reason);
  return [
    "# Mutations",
    "",
    `${report.mutations} small changes of the documents: ${report.killed} killed, ${report.survived} survived, ${report.equivalent} equivalent.`,
    "",
    row(["operator", "what it does", "killed", "survived", "equivalent", ...checks]),
    row(["---", "---", "--:", "--:", "--:", ...checks.map(() => "--:")]),
    ...operators.map(({ operator, does, killed, survived, equivalent, killedBy }) =>
      row([
        `\`${operator}\``,
        does.replaceAll("|", "\\|"),
        ...[killed, survived, equivalent, ...checks.map((it) => killedBy[it] ?? 0)].map(String),
      ]),
    ),
    "",
    "## Survivors",
    "",
    ...(survivors.length === 0 ? ["None."] : survivors.map(line)),
    "",
    "## Equivalent",
    ...[...byReason].flatMap(([reason, lines]) => ["", reason, "", ...lines.map(line)]),
    "",
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function line({ id, sentence }: { id: string; sentence: string }): string {
  return `- ${sentence} (\`${id}\`)`;
}
