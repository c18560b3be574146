import { styleText } from "node:util";
import { count, isError, writeFindings } from "@image-apis/spec-tools";
import type { CheckResult } from "./checker.ts";

/** For a person, or one line of JSON a verdict for a program. */
export const devFormats = ["stylish", "json"] as const;
export type DevFormat = (typeof devFormats)[number];

/** What is said while documents are edited. */
export interface Reporter {
  /** Before a verdict; editors begin to collect findings here. */
  begins(files: readonly string[]): void;
  /** The verdict, and how long after the save; editors show the findings from here on. */
  verdict(result: CheckResult, milliseconds: number): void;
  /** Something took over the documents. */
  fresh(what: string, detail: string, milliseconds: number): void;
  /** Something did not, and goes on with an earlier version. */
  stale(what: string, since: Date | undefined, why: string): void;
  /** The documents could not be judged at all. */
  failed(message: string): void;
}

export function reporter(format: DevFormat, print: (line: string) => void): Reporter {
  return format === "json" ? forPrograms(print) : forPeople(print);
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** What cannot be generated from counts as an error. */
const noCode = { severity: "error" } as const;

function forPeople(print: (line: string) => void): Reporter {
  const label = (what: string) => styleText("dim", what.padEnd(6));
  return {
    begins: (files) =>
      print(`\nJudging ${files.length > 3 ? `${files.length} files` : files.join(", ")} …`),
    verdict({ findings, failure, sources }, milliseconds) {
      if (findings.length > 0) {
        print(`\n${writeFindings(findings, sources, "stylish")}\n`);
      }
      const all = failure === undefined ? findings : [...findings, noCode];
      const colour = all.some(isError) ? "red" : all.length > 0 ? "yellow" : "green";
      const text = all.length > 0 ? count(all) : "all good";
      print(`${styleText(colour, text)}, ${seconds(milliseconds)}`);
      if (failure !== undefined) print(`  Nothing can be generated: ${failure}`);
    },
    fresh: (what, detail, milliseconds) =>
      print(`  ${label(what)}  ${detail}, ${seconds(milliseconds)}`),
    stale: (what, since, why) =>
      print(`  ${label(what)}  ${styleText("yellow", why)} ${lastGood(since)}`),
    failed: (message) => print(styleText("red", `The documents could not be judged: ${message}`)),
  };
}

function lastGood(since: Date | undefined): string {
  if (since === undefined)
    return "It still serves the last good version, that of an earlier build.";
  return `It still serves the last good version, of ${since.toTimeString().slice(0, 8)}.`;
}

function forPrograms(print: (line: string) => void): Reporter {
  const write = (event: string, data: object) => print(JSON.stringify({ event, ...data }));
  return {
    begins: (files) => write("begins", { files }),
    verdict({ findings, failure }, milliseconds) {
      write("verdict", {
        isGood: !findings.some(isError) && !failure,
        findings,
        failure,
        milliseconds,
      });
    },
    fresh: (what, detail, milliseconds) => write("fresh", { what, detail, milliseconds }),
    stale: (what, since, why) => write("stale", { what, since, why }),
    failed: (message) => write("failed", { message }),
  };
}
