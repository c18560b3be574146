import { readFileSync } from "node:fs";
import { conformanceHtml, loadContracts } from "@image-apis/conformance";
import { startMock } from "@image-apis/mock";
import { useBrowser } from "@image-apis/testing/use-browser";
import type axe from "axe-core";
import { expect, test } from "vitest";
import type { Face } from "../../src/face.ts";
import { report } from "../../src/report.ts";
import { reportHtml } from "../../src/report-html.ts";
import { prove } from "../../src/runner.ts";
import { checkedWrong } from "../conformance/checked.ts";

const browser = useBrowser();

/** Every kind of cell there is. */
const faces: Face[] = [
  { name: "fine", open: () => ({ check: () => ({ state: "ok" }) }) },
  {
    name: "wrong",
    open: () => ({
      check: () => ({
        state: "red",
        differences: [{ what: "body", expected: "x".repeat(300), received: "<b>" }],
      }),
    }),
  },
];

/** The rows of one API; those of the others look the same. */
async function gridPage(): Promise<string> {
  const contracts = loadContracts().slice(0, 1);
  return reportHtml(report(contracts, await prove(contracts, faces), []));
}

async function conformancePage(): Promise<string> {
  const mock = await startMock({ port: 0 });
  try {
    const wrongs = { answer: () => ({ status: 500 }) };
    const found = await checkedWrong(mock, wrongs, "superoffice", { allowWrites: false });
    return conformanceHtml(found);
  } finally {
    await mock.close();
  }
}

const axeSource = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What breaks WCAG 2.2 AA, one line for each element. */
async function offences(html: string, view: { colorScheme: "light" | "dark"; width: number }) {
  const { colorScheme, width } = view;
  const context = await browser().newContext({ colorScheme, viewport: { width, height: 900 } });
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.setContent(html);
    await page.evaluate(axeSource);
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await page.evaluate(
      (tags) =>
        // The cast: the script that was just evaluated puts it there.
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: { type: "tag", values: tags },
        }),
      values,
    );
    const isWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
      ...(isWide ? ["the page scrolls sideways"] : []),
      ...asked.map((url) => `asked for ${url}`),
    ];
  } finally {
    await context.close();
  }
}

test("an offence is found", async () => {
  const html = (await gridPage()).replace("</h1>", "</h1><button></button>");
  const found = await offences(html, { colorScheme: "light", width: 1280 });
  expect(found).toEqual(["button-name: <button></button>"]);
});

test.each([
  ["the grid", gridPage],
  ["a conformance report", conformancePage],
])("%s can be read by everybody, light and dark, on a wide screen and a phone", async (_, make) => {
  const html = await make();
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 375]) {
      const found = await offences(html, { colorScheme, width });
      expect(found, `${colorScheme}, ${width} pixels`).toEqual([]);
    }
  }
});
