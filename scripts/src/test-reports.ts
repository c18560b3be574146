import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { WorkspacePackage } from "./repository.ts";

/** What one suite of one package said. */
export interface SuiteResult {
  suite: string;
  passed: number;
  failed: number;
  /** Why the suite counts as failed beside its failed tests: no report, no test, a skip without a reason. */
  faults: string[];
  /** The full names of skipped tests, printed with the result. */
  skipped: string[];
}

/** The part of vitest's JSON report that is read. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** The test scripts of a package and the report each writes. */
const reports: Record<string, string> = {
  test: "reports/vitest.json",
  "test:browser": "reports/vitest-browser.json",
};

/** Removes the reports of earlier runs, so that only what ran, or came from the cache, is counted. */
export function removeReports(root: string, packages: WorkspacePackage[]): void {
  for (const { folder } of packages) {
    rmSync(join(root, folder, "reports"), { recursive: true, force: true });
  }
}

/** Reads every report the packages' test scripts should have written. */
export function readReports(root: string, packages: WorkspacePackage[]): SuiteResult[] {
  return packages.flatMap(({ name, folder, scripts }) => {
    const suites = Object.keys(reports).filter((script) => script in scripts);
    if (suites.length === 0) {
      return [fault(name, `has no "test" script; every package is tested`)];
    }
    return suites.map((script) => {
      const suite = script === "test" ? name : `${name} (${script})`;
      return readReport(suite, join(root, folder, reports[script] ?? ""));
    });
  });
}

/** A failure that names what a run left in its temporary folder; nothing if it left nothing. */
export function leftBehind(names: string[]): SuiteResult[] {
  if (names.length === 0) return [];
  const all = names.join(", ");
  return [
    fault("temporary folder", `still holds ${all}; whoever makes something there must remove it`),
  ];
}

function readReport(suite: string, path: string): SuiteResult {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(path, "utf8")) as VitestReport;
  } catch {
    return fault(suite, "wrote no report; its tests did not run to the end");
  }
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
  const faults = skipped
    .filter(({ fullName }) => !/ because /.test(fullName))
    .map(({ fullName }) => `"${fullName}" is skipped; its title must say "because …"`);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  faults.push(
    ...broken.map(({ name, message }) => `${name} did not load: ${message ?? ""}`.trim()),
  );
  if (report.numPassedTests + report.numFailedTests === 0) faults.push("ran no test");
  return {
    suite,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    faults,
    skipped: skipped.map(({ fullName }) => fullName),
  };
}

function fault(suite: string, message: string): SuiteResult {
  return { suite, passed: 0, failed: 0, faults: [message], skipped: [] };
}

/**
 * Writes the results for a reader; the last line is `N passed, N failed`. A fault counts as one failure, as does
 * a task that failed without a failed test (a lint, a build).
 */
export function summarize(
  results: SuiteResult[],
  tasksFailed: boolean,
): { text: string; failed: number } {
  const width = Math.max(...results.map(({ suite }) => suite.length));
  const lines = results.flatMap(({ suite, passed, failed, faults, skipped }) => [
    `${suite.padEnd(width)}  ${String(passed).padStart(5)} passed, ${failed} failed`,
    ...faults.map((it) => `  fault: ${suite} ${it}.`),
    ...skipped.map((it) => `  skipped: ${it}`),
  ]);
  const passed = sum(results.map((it) => it.passed));
  let failed = sum(results.map((it) => it.failed + it.faults.length));
  if (tasksFailed && failed === 0) {
    failed = 1;
    lines.push("A task above failed without a failed test: see its output.");
  }
  return { text: [...lines, `${passed} passed, ${failed} failed`].join("\n"), failed };
}

const sum = (numbers: number[]) => numbers.reduce((total, it) => total + it, 0);
