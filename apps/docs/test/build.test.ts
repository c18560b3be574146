import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../src/site/build-site.ts";
import type { SiteFile } from "../src/site/site-file.ts";

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "image-apis-docs-test-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Every file below a folder with its bytes. */
function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );
}

test("two builds are the same, byte for byte", () => {
  const [first, second] = [join(scratch, "first"), join(scratch, "second")];
  buildSite(first);
  buildSite(second);
  expect(contents(first).size).toBeGreaterThan(10);
  expect(contents(second)).toEqual(contents(first));
});

describe("a build that fails leaves the last good site as it was", () => {
  const page = (content: string): SiteFile[] => [{ path: "index.html", content }];

  test.each([
    [
      "while pages are made",
      () => {
        throw new Error("no page for you");
      },
      "no page for you",
    ],
    [
      "in the check for other hosts",
      () => page('<img src="https://cdn.example.net/a.png">'),
      "cdn.example.net",
    ],
    [
      "while files are written",
      () => [...page("new"), { path: "index.html/impossible", content: "" }],
      "impossible",
    ],
  ])("%s", (name, makeFiles: () => SiteFile[], message) => {
    const folder = join(scratch, name);
    buildSite(folder, () => page("good"));
    expect(() => buildSite(folder, makeFiles)).toThrow(message);
    expect(contents(folder)).toEqual(new Map([["index.html", "good"]]));
  });

  test("and a good one replaces it whole", () => {
    const folder = join(scratch, "replaced");
    buildSite(folder, () => [...page("old"), { path: "gone/index.html", content: "" }]);
    buildSite(folder, () => page("new"));
    expect(contents(folder)).toEqual(new Map([["index.html", "new"]]));
    expect(readdirSync(scratch).filter((entry) => /\.(next|last)-/.test(entry))).toEqual([]);
  });
});
