import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { addresses } from "../src/site/addresses.ts";
import { loadApis } from "../src/site/api.ts";
import { documentedErrors } from "../src/site/errors/documented-errors.ts";
import { listedCodes } from "../src/site/errors/listed-codes.ts";
import { staticFiles } from "../src/site/site-files.ts";

const apis = loadApis();
const files = new Map(staticFiles().map(({ path, content }) => [path, content]));
const index = parse(files.get(`${addresses.errors}index.html`) ?? "");

test("the index lists every code of the vendors' tables, documented or not", () => {
  const listed = apis.flatMap(({ evidence }) =>
    evidence.inventories.flatMap(({ entries }) =>
      entries.flatMap(({ kind, value }) => (kind === "errorCode" ? [Number(value)] : [])),
    ),
  );
  const cells = index.querySelectorAll("td:first-child").map(({ text }) => Number(text));
  expect(new Set(cells)).toEqual(new Set(listed));
});

test("a code that no answer shows is no documented error, and says why", () => {
  const codes = listedCodes(apis);
  const documented = documentedErrors(apis).map(({ code }) => code);
  expect(codes.length).toBeGreaterThan(0);
  for (const { code, why, title } of codes) {
    expect(documented).not.toContain(code);
    const row = index.querySelector(`[data-listed-code="${code}"]`)?.text ?? "";
    expect(row).toContain(why);
    expect(row).toContain(title);
  }
});

test("a code that no answer shows can be searched for", () => {
  const { index: found } = JSON.parse(files.get(addresses.searchIndex) ?? "");
  const text = JSON.stringify(found);
  for (const { code } of listedCodes(apis)) expect(text).toContain(`"${code}"`);
});
