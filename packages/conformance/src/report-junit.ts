import { type Html, html } from "./html/html.ts";
import type { ConformanceReport, Result } from "./report.ts";

/**
 * Writes a report as JUnit XML: a suite for each operation, a case for each exchange and refusal. What should have been
 * removed and was not is a case of its own, so that the build does not end green.
 */
export function conformanceJunit({
  api,
  operations,
  counts,
  milliseconds,
  notRemoved = [],
}: ConformanceReport): string {
  const all = counts.conforms + counts.differs + counts["not sent"] + notRemoved.length;
  const failures = counts.differs + notRemoved.length;
  return withoutControls(
    html`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${api}" tests="${all}" failures="${failures}" skipped="${counts["not sent"]}" time="${seconds(milliseconds)}">
${operations.map(({ operationId, results }) => {
  const count = (outcome: Result["outcome"]) =>
    results.filter((it) => it.outcome === outcome).length;
  const time = results.reduce((sum, it) => sum + it.milliseconds, 0);
  return html`<testsuite name="${operationId}" tests="${results.length}" failures="${count("differs")}" skipped="${count("not sent")}" time="${seconds(time)}">
${results.map(
  (
    result,
  ) => html`<testcase classname="${api}.${operationId}" name="${result.name}" time="${seconds(result.milliseconds)}">${inside(result)}</testcase>
`,
)}</testsuite>
`;
})}${notRemoved.length > 0 && leftBehind(api, notRemoved)}</testsuites>
`.html,
  );
}

function leftBehind(api: string, sentences: readonly string[]): Html {
  const count = sentences.length;
  return html`<testsuite name="left behind" tests="${count}" failures="${count}" skipped="0" time="0.000">
${sentences.map(
  (sentence) =>
    html`<testcase classname="${api}.left behind" name="${sentence}" time="0.000"><failure message="${sentence}">${sentence}</failure></testcase>
`,
)}</testsuite>
`;
}

function inside({ outcome, reason, differences, request, received }: Result) {
  if (outcome === "not sent") return html`<skipped message="${reason}"/>`;
  if (outcome === "conforms") return undefined;
  const lines = differences.map(
    ({ what, expected, received: came }) => `${what}: expected ${expected}; received ${came}`,
  );
  return html`<failure message="${lines[0]}">${[request, ...lines, received].filter(Boolean).join("\n")}</failure>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** XML 1.0 has no characters for the others. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML refuses.
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "�");
}
