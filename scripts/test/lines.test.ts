import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { handWrittenLines, roomOf } from "../src/lines/count.ts";
import { linesTable } from "../src/lines/table.ts";
import { commitNamed, filesOfCommit, filesOfToday, git } from "../src/lines/tracked-files.ts";

let root: string;
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const commit = () => {
  git(root, ["add", "--all"]);
  const author = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  git(root, [...author, "-c", "commit.gpgSign=false", "commit", "--quiet", "--message=a"]);
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "lines-"));
  git(root, ["init", "--quiet"]);
  put("README.md", "one\ntwo");
  put("spec/ümlaut and space.yaml", "a: 1\n");
  put("packages/a/src/index.ts", "1;\n2;\n3;\n");
  put("packages/a/empty.ts", "");
  put("packages/a/src/a.test.ts", "1;\n");
  put("packages/a/test/rules/ko.yaml", "1\n");
  put("packages/a/src/generated/all.ts", "1;\n");
  put("scripts/bench/pnpm-lock.yaml", "1\n");
  put("apps/b/photo.jpg", "\0\n");
  put("apps/b/text.png", "1\n");
  commit();
  // Only today's attributes are asked.
  put(".gitattributes", "**/generated/** linguist-generated=true\n*.png binary\n");
  put("packages/a/src/index.ts", "1;\n");
  put("docs/new.md", "1\n2\n");
  git(root, ["add", "--all"]);
  put("docs/new.md", "1\n2\n3\n");
  put("docs/untracked.md", "1\n");
});
afterAll(() => rmSync(root, { recursive: true }));

it("counts what is tracked, as it lies on the disk, without tests and what no hand wrote", () => {
  expect(Object.fromEntries(handWrittenLines(root, filesOfToday(root)))).toEqual({
    root: 4,
    spec: 1,
    "packages/a": 1,
    docs: 3,
  });
});

it("counts a commit by the same rules", () => {
  const head = commitNamed(root, "HEAD") ?? "";
  expect(Object.fromEntries(handWrittenLines(root, filesOfCommit(root, head)))).toEqual({
    root: 2,
    spec: 1,
    "packages/a": 3,
  });
});

it("knows the name of a commit from another", () => {
  expect(commitNamed(root, "HEAD")).toMatch(/^[0-9a-f]{40,64}$/);
  expect(commitNamed(root, "none")).toBeUndefined();
  expect(commitNamed(root, "--all")).toBeUndefined();
});

it("takes a package and a folder of the root for a room, and the files beside them for one more", () => {
  expect(["apps/a/src/b.ts", "scripts/src/a.ts", ".github/a.yml", "a.json"].map(roomOf)).toEqual([
    "apps/a",
    "scripts",
    ".github",
    "root",
  ]);
});

it("shows the rooms in a fixed order, and what has changed", () => {
  const today = new Map(Object.entries({ root: 1, ".github": 2, "apps/a": 10, spec: 4 }));
  expect(linesTable(today)).toBe(
    ["         lines", "spec         4", "apps/a      10", ".github      2", "root         1"]
      .concat("total       17")
      .join("\n"),
  );
  const earlier = { name: "v1", lines: new Map(Object.entries({ spec: 6, docs: 1, root: 1 })) };
  expect(linesTable(today, earlier).split("\n")).toEqual([
    "         today  v1  difference",
    "spec         4   6          -2",
    "apps/a      10   0         +10",
    "docs         0   1          -1",
    ".github      2   0          +2",
    "root         1   1           0",
    "total       17   8          +9",
  ]);
});
