import { styleText } from "node:util";
import { codeFrameColumns } from "@babel/code-frame";
import type { Sources } from "@image-apis/spec/generator";
import { explain } from "./explanation.ts";
import { type Finding, isError } from "./finding.ts";

/** For a person, for an annotation on a pull request, or for a program. */
export const formats = ["stylish", "github", "json"] as const;
export type Format = (typeof formats)[number];

/** Writes findings in a format; where there are none, `""` for people and an empty list for programs. */
export function writeFindings(
  findings: readonly Finding[],
  sources: Sources,
  format: Format,
): string {
  if (format === "json") {
    const all = findings.map((it) => ({ ...it, ...explanation(it) }));
    return JSON.stringify(all, null, 2);
  }
  if (format === "github") return findings.map(annotation).join("\n");
  const errors = fewOfEach(findings.filter(isError)).map((it) =>
    typeof it === "string" ? it : stylish(it, sources),
  );
  const warnings = Map.groupBy(
    findings.filter((it) => !isError(it)),
    ({ rule }) => rule,
  );
  return [...errors, ...[...warnings.values()].map(briefly)].join("\n\n");
}

/** What is printed of one kind of finding; more say nothing new, and hide the others. */
const mostOfAKind = 20;

/** The first findings of each rule, and after the last of them how many more there are. */
function fewOfEach(findings: readonly Finding[]): (Finding | string)[] {
  const seen = new Map<string, number>();
  const few = findings.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= mostOfAKind;
  });
  const more = [...seen]
    .filter(([, count]) => count > mostOfAKind)
    .map(
      ([rule, count]) =>
        `${count - mostOfAKind} more findings of ${rule}. Fix those above first; --format json lists all.`,
    );
  return [...few, ...more];
}

/** Findings of one rule that hold back nothing: a line each, and what the rule says once. */
function briefly(findings: readonly Finding[]): string {
  const [first] = findings;
  return [...findings.map(headline), ...(first === undefined ? [] : explained(first))].join("\n");
}

/** `2 errors, 1 warning` */
export function count(findings: readonly Pick<Finding, "severity">[]): string {
  const errors = findings.filter(isError).length;
  return `${plural(errors, "error")}, ${plural(findings.length - errors, "warning")}`;
}

const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`;

function explanation(finding: Finding) {
  const { sentence, fix } = explain(finding.rule, finding.page);
  return { sentence, fix: finding.fix ?? fix };
}

function stylish(finding: Finding, sources: Sources): string {
  const lines = [headline(finding), frame(finding, sources), ...explained(finding)];
  return lines.filter((it) => it !== undefined).join("\n");
}

/** What the problem matchers of editors read. */
function headline({ file, line, column, severity, rule, message }: Finding): string {
  const place = styleText("bold", `${file}:${line}:${column}`);
  const colour = severity === "error" ? "red" : "yellow";
  return `${place}  ${styleText(colour, severity)}  ${rule}  ${message}`;
}

function explained(finding: Finding): string[] {
  const { sentence, fix } = explanation(finding);
  return [labelled("rule", sentence), labelled("fix", fix), labelled("page", finding.page)].filter(
    (it) => it !== undefined,
  );
}

function frame({ file, line, column }: Finding, sources: Sources): string | undefined {
  const text = sources.get(file)?.text;
  if (text === undefined) return undefined;
  const lines = codeFrameColumns(
    text,
    { start: { line, column: column - 1 } },
    { linesAbove: 2, linesBelow: 1 },
  );
  return indent(lines, "    ");
}

function labelled(label: string, text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : `    ${styleText("dim", label.padEnd(4))}  ${indent(text, " ".repeat(10)).trimStart()}`;
}

const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

/** A workflow command of GitHub; the words of a message must not end it. */
function annotation({ file, line, column, severity, rule, message }: Finding): string {
  const data = (text: string) =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${data(message)}`;
}
