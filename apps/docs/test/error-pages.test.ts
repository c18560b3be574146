import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { addresses } from "../src/site/addresses.ts";
import { loadApis } from "../src/site/api.ts";
import { documentedErrors } from "../src/site/errors/documented-errors.ts";
import { listedCodes } from "../src/site/errors/listed-codes.ts";
import { loadInputs } from "../src/site/inputs.ts";
import { siteOf } from "../src/site/site.ts";
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
  const passing = apis.flatMap(({ evidence }) =>
    evidence.inventories.flatMap(({ entries }) =>
      entries.flatMap(({ id, value }) =>
        id.startsWith("code.") && /^\d{4}, /.test(String(value))
          ? [Number.parseInt(String(value), 10)]
          : [],
      ),
    ),
  );
  expect(new Set(cells)).toEqual(new Set([...listed, ...passing]));
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

describe("an error page leaves out nothing that the documents know", () => {
  const site = siteOf(loadInputs());
  const pageOf = (key: string) =>
    parse(files.get(`${addresses.error(key)}index.html`) ?? "", { blockTextElements: {} });

  test.each(site.errors)("$key has every reading of its code", (error) => {
    const text = pageOf(error.key).text.replace(/\s+/g, " ");
    for (const { readings, taken } of error.api.evidence.provenance.contradictions.filter(
      ({ about }) => error.code !== undefined && about.includes(String(error.code)),
    )) {
      for (const reading of [...readings, taken]) expect(text).toContain(reading);
    }
  });

  test.each(site.errors)("$key leads to its guide and to the errors beside it", ({ key }) => {
    const targets = pageOf(key)
      .querySelectorAll("main a")
      .map((it) => it.getAttribute("href") ?? "");
    expect(targets).toContain("../../guides/errors-and-retries/");
    expect(targets.some((it) => /^\.\.\/\.\.\/ref\/\w+\/#/.test(it))).toBe(true);
  });

  test("an upload that lacks its file is told the name of the part", () => {
    expect(pageOf("8084").querySelector("main")?.text).toMatch(
      /Look at:\s+file of addCustomerImage/,
    );
  });

  test("every code that a description names has a page or a line", () => {
    const known = new Set([
      ...site.errors.map(({ key }) => key),
      ...index
        .querySelectorAll("[data-listed-code]")
        .map((it) => it.getAttribute("data-listed-code")),
    ]);
    const named = site.apis.flatMap(({ document }) =>
      [...JSON.stringify(document).matchAll(/\b(?:error|code) (\d{4})\b/g)].map(([, code]) => code),
    );
    expect(new Set(named).size).toBeGreaterThan(1);
    expect([...new Set(named)].filter((code) => !known.has(code))).toEqual([]);
  });
});
