import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { repositoryRoot, type WorkspacePackage, workspacePackages } from "../src/repository.ts";
import { readReports, removeReports, summarize } from "../src/test-reports.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "reports-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const one: WorkspacePackage = { name: "@x/one", folder: "one", scripts: { test: "vitest run" } };

function report(folder: string, tests: [title: string, status: string][], file = "vitest.json") {
  mkdirSync(join(root, folder, "reports"), { recursive: true });
  const count = (status: string) => tests.filter((it) => it[1] === status).length;
  const assertionResults = tests.map(([fullName, status]) => ({ fullName, status }));
  const content = {
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    testResults: [{ name: "a.test.ts", status: "passed", assertionResults }],
  };
  writeFileSync(join(root, folder, "reports", file), JSON.stringify(content));
}

const lastLine = (text: string) => text.split("\n").at(-1);
const summaryOf = (packages: WorkspacePackage[], tasksFailed = false) =>
  summarize(readReports(root, packages), tasksFailed);

describe("the sum of the test reports", () => {
  it("adds up every package and ends with one line", () => {
    const two: WorkspacePackage = { ...one, name: "@x/two", folder: "two" };
    report("one", [
      ["a", "passed"],
      ["b", "passed"],
    ]);
    report("two", [["c", "passed"]]);
    expect(lastLine(summaryOf([one, two]).text)).toBe("3 passed, 0 failed");
  });

  it("counts the browser suite of a package beside its other tests", () => {
    const site = {
      ...one,
      scripts: { test: "vitest run", "test:browser": "vitest run -c browser" },
    };
    report("one", [["a", "passed"]]);
    report(
      "one",
      [
        ["b", "passed"],
        ["c", "failed"],
      ],
      "vitest-browser.json",
    );
    expect(lastLine(summaryOf([site]).text)).toBe("2 passed, 1 failed");
  });

  it("fails when a package wrote no report", () => {
    const { text, failed } = summaryOf([one]);
    expect(failed).toBe(1);
    expect(text).toContain("@x/one wrote no report");
  });

  it("fails when a package has no test script", () => {
    expect(summaryOf([{ ...one, scripts: {} }]).text).toContain('has no "test" script');
  });

  it("fails when a package ran no test", () => {
    report("one", []);
    expect(summaryOf([one]).text).toContain("ran no test");
  });

  it("prints every skipped test and fails for one that gives no reason", () => {
    report("one", [
      ["a", "passed"],
      ["b", "skipped"],
      ["c is left out because it needs Windows", "skipped"],
    ]);
    const { text, failed } = summaryOf([one]);
    expect(failed).toBe(1);
    expect(text).toContain("skipped: c is left out because it needs Windows");
    expect(text).toContain('"b" is skipped; its title must say "because …"');
  });

  it("fails when a task failed although every test passed", () => {
    report("one", [["a", "passed"]]);
    expect(lastLine(summaryOf([one], true).text)).toBe("1 passed, 1 failed");
  });

  it("does not count a report of an earlier run", () => {
    report("one", [["a", "passed"]]);
    removeReports(root, [one]);
    expect(summaryOf([one]).failed).toBe(1);
  });
});

it("every package of this workspace is found and tested", () => {
  const packages = workspacePackages(repositoryRoot);
  expect(packages.map(({ folder }) => folder)).toEqual(
    expect.arrayContaining(["packages/spec", "scripts"]),
  );
  expect(packages.filter(({ scripts }) => !("test" in scripts)).map(({ name }) => name)).toEqual(
    [],
  );
});
