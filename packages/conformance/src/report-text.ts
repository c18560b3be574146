import { styleText } from "node:util";
import {
  type ConformanceReport,
  isNothingChecked,
  type OperationResult,
  type Result,
} from "./report.ts";

/**
 * Writes a report for a terminal: a line for each operation, and what differs below it, expected beside received.
 *
 * @param colour Whether to colour it, for a terminal that can.
 */
export function reportText(report: ConformanceReport, colour = false): string {
  const paint = (format: "red" | "green" | "bold" | "dim", text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const { document, target, operations, leftBehind } = report;
  const width = Math.max(...operations.map(({ operationId }) => operationId.length), 0) + 2;
  return [
    paint("bold", `${document.title} ${document.version} at ${target}`),
    "",
    ...operations.flatMap((operation) => {
      const { operationId, results } = operation;
      const differing = results.filter(({ outcome }) => outcome === "differs");
      const format = differing.length > 0 ? "red" : "green";
      return [
        `${operationId.padEnd(width)}${paint(format, countsOf(operation))}`,
        ...differing.flatMap((result) => [...explain(result, paint), ""]),
      ];
    }),
    ...(leftBehind.length > 0 ? ["", paint("bold", "Left behind"), ...leftBehind] : []),
    "",
    closingLines(report),
  ].join("\n");
}

/** The last line: the sums, and what to do about what was not sent. */
export function closingLines(report: ConformanceReport): string {
  const { counts, operations, credentials, notRemoved = [] } = report;
  const reasons = operations.flatMap(({ results }) => results.flatMap((it) => it.reason ?? []));
  const changing = reasons.filter((it) => it === "changes data").length;
  const differing = operations.flatMap(({ results }) =>
    results.filter(({ outcome }) => outcome === "differs"),
  );
  const madeUp = credentials.filter(({ from }) => from === "made up");
  return [
    `${counts.conforms} conform, ${counts.differs} differ, ${counts["not sent"]} not sent.`,
    ...effectLines(operations),
    ...(notRemoved.length > 0
      ? [`Left behind and not meant to stay: ${notRemoved.join(" ")}`]
      : []),
    ...(isNothingChecked({ counts }) ? ["Nothing was checked."] : []),
    ...(changing > 0
      ? [
          `${changing} would change data: --allow-writes sends them, to a server whose data may be lost; --read-only leaves them out for good.`,
        ]
      : []),
    ...(reasons.includes("interrupted") ? ["Interrupted: the rest was not sent."] : []),
    ...(differing.length > 0 && differing.every(isUnauthorized)
      ? ["All that differs was answered with 401: are the credentials right?"]
      : []),
    ...(madeUp.length > 0
      ? [
          `Credentials are made up for ${madeUp.map(({ scheme, variable }) => `${scheme} (${variable})`).join(", ")}.`,
        ]
      : []),
  ].join("\n");
}

/** Which requests were not judged by what they changed, and why. */
function effectLines(operations: readonly OperationResult[]): string[] {
  const results = operations.flatMap((it) => it.results);
  const notJudged = results.filter(({ effect }) => effect === "not judged").length;
  const hidden = operations
    .filter(({ results: own }) => own.some(({ effect }) => effect === "not observable"))
    .map(({ operationId }) => operationId);
  return [
    ...(notJudged > 0
      ? [`Effects not judged: ${notJudged} (--examples-only is for a server that keeps nothing).`]
      : []),
    ...(hidden.length > 0
      ? [`Effect not observable, for want of a read operation: ${hidden.join(", ")}.`]
      : []),
  ];
}

/** Also of a given step. */
function isUnauthorized({ differences }: Result): boolean {
  return differences.some(({ what, received }) => what.startsWith("status") && received === "401");
}

function countsOf({ results }: OperationResult): string {
  const words = { conforms: "conform", differs: "differ", "not sent": "not sent" };
  return Object.entries(words)
    .map(([outcome, word]) => [results.filter((it) => it.outcome === outcome).length, word])
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
}

function explain(
  { name, kind, summary, evidence, request = "", differences, received = "" }: Result,
  paint: (format: "red" | "dim", text: string) => string,
): string[] {
  const origin =
    kind === "refusal" ? "our own refusal" : `${evidence?.status}, ${evidence?.source}`;
  return [
    `  ${paint("red", name)}  ${summary} (${origin})`,
    `    ${request}`,
    ...differences.map(
      ({ what, expected, received: came }) => `    ${what}: expected ${expected}; received ${came}`,
    ),
    ...received.split("\n").map((line) => paint("dim", `    < ${shortened(line)}`)),
  ];
}

/** The whole response stands in the other reports. */
function shortened(line: string): string {
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
