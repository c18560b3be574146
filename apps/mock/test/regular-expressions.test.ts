import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { apiNames, loadDocument } from "@image-apis/spec";
import { parse } from "acorn";
import { checkSync } from "recheck";
import { expect, test } from "vitest";

/*
 * Requests are matched with regular expressions, and headers may have 16 KB. One whose time grows with the square of
 * its text blocks the mock for a quarter of a second then; so none may, whatever its text is today. A timed test would
 * say no more than how busy the machine is: recheck finds it in the expression.
 */

const sources = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

const ofTheSources = files.flatMap((file) =>
  expressionsIn(parsed(readFileSync(join(sources, file), "utf8"))).map(
    ({ pattern, flags }) => [file, pattern, flags] as const,
  ),
);
const ofTheDocuments = apiNames().flatMap((api) =>
  patternsIn(loadDocument(api)).map((pattern) => [api, pattern, "u"] as const),
);

test.each([...ofTheSources, ...ofTheDocuments])("in %s, /%s/%s is linear", (_, pattern, flags) => {
  const { status } = checkSync(pattern, flags, { timeout: 60_000 });

  // Not "vulnerable", and not "unknown": what cannot be judged is too complicated.
  expect(status).toBe("safe");
});

test("no expression is made while the mock runs", () => {
  const making = files.filter((file) =>
    /\bRegExp\(/.test(readFileSync(join(sources, file), "utf8")),
  );

  expect(making).toEqual([]);
  expect(ofTheSources.length).toBeGreaterThan(20);
});

function parsed(source: string): object {
  return parse(stripTypeScriptTypes(source), { ecmaVersion: "latest", sourceType: "module" });
}

interface Expression {
  pattern: string;
  flags: string;
}

/** The literals of a syntax tree. */
function expressionsIn(node: object): Expression[] {
  if ("regex" in node) return [node.regex as Expression];
  return children(node).flatMap(expressionsIn);
}

/** Every `pattern` of a document's schemas, which Prism holds against what a request brings. */
function patternsIn(node: object): string[] {
  const own = "pattern" in node && typeof node.pattern === "string" ? [node.pattern] : [];
  return [...own, ...children(node).flatMap(patternsIn)];
}

function children(node: object): object[] {
  return Object.values(node).filter((it) => typeof it === "object" && it !== null);
}
