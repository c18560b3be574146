import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { siteKeeper } from "../src/site/rebuild.ts";

let folder: string;
let site: string;
let keep: ReturnType<typeof siteKeeper>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rebuild-"));
  site = join(folder, "site");
  mkdirSync(join(folder, "built/a"), { recursive: true });
  writeFileSync(join(folder, "built/a/index.html"), page("built").content);
  keep = siteKeeper(site, "/reload.js", join(folder, "built"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const page = (text: string) => ({
  path: "a/index.html",
  content: `<html><head></head><body>${text}</body></html>`,
});
const read = (path: string) => readFileSync(join(site, path), "utf8");

test("the site begins as it was built, and every page runs the script", () => {
  expect(read("a/index.html")).toContain('<script defer src="/reload.js"></script>\n</head>');
  expect(keep("pages", [page("built")])).toEqual([]);
});

test("only what changed is written and told, and only pages are told", () => {
  const style = { path: "site.css", content: "a {}" };
  expect(keep("pages", [page("new"), style])).toEqual(["a/index.html"]);
  expect(read("a/index.html")).toContain("new");
  expect(read("site.css")).toBe("a {}");
  expect(keep("pages", [page("new"), style])).toEqual([]);
});

test("a page that its part has no longer goes; another part's stays", () => {
  keep("pages", [page("a"), { path: "b/index.html", content: "b" }]);
  keep("reference", [{ path: "c/index.html", content: "c" }]);
  keep("pages", [page("a")]);
  expect(existsSync(join(site, "b/index.html"))).toBe(false);
  expect(existsSync(join(site, "c/index.html"))).toBe(true);
});

test("a page that would load something from elsewhere is not written", () => {
  const foreign = page('<img src="https://elsewhere.example/a.png">');
  expect(() => keep("pages", [foreign])).toThrow("a/index.html: https://elsewhere.example/a.png");
  expect(read("a/index.html")).toContain("built");
});
