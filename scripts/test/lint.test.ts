import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { codeFindings, codeText } from "../src/code-findings.ts";

const script = fileURLToPath(new URL("../src/lint.ts", import.meta.url));

it("what is found in the code reads as what is found in the documents", () => {
  const report = {
    diagnostics: [
      {
        severity: "error",
        message: "Unexpected any. Specify a different type.",
        category: "lint/suspicious/noExplicitAny",
        location: { path: "scripts/src/a.ts", start: { line: 3, column: 10 } },
      },
      {
        severity: "error",
        message: "File content differs from formatting output",
        category: "format",
        location: { path: "scripts/src/b.ts", start: { line: 0, column: 0 } },
      },
    ],
  };
  expect(codeFindings(`\u001b[0m${JSON.stringify(report)}\u001b[0m`)).toEqual([
    {
      file: "scripts/src/a.ts",
      line: 3,
      column: 10,
      severity: "error",
      rule: "lint/suspicious/noExplicitAny",
      message: "Unexpected any. Specify a different type.",
    },
    expect.objectContaining({ file: "scripts/src/b.ts", line: 1, column: 1, rule: "format" }),
  ]);
});

it("a slip of the format is one line without colours, and says what puts it right", () => {
  const finding = { file: "scripts/src/b.ts", line: 1, column: 1, severity: "error" as const };
  const format = { ...finding, rule: "format", message: "File content differs" };
  expect(codeText([format])).toBe(
    "scripts/src/b.ts:1:1  error  format  The file is not laid out as the formatter does it.\n    fix   npm run format",
  );
  const other = { ...finding, rule: "lint/suspicious/noExplicitAny", message: "Unexpected any." };
  expect(codeText([other])).toBe(
    "scripts/src/b.ts:1:1  error  lint/suspicious/noExplicitAny  Unexpected any.",
  );
  expect(codeText([])).toBe("");
});

it("an unknown format is refused with those there are", () => {
  const { status, stderr } = spawnSync(process.execPath, [script, "--format", "xml"], {
    encoding: "utf8",
  });
  expect(stderr).toBe('There is no format "xml". Known: stylish, github, json.\n');
  expect(status).toBe(2);
});
