import { loadSamples } from "@image-apis/samples";
import { responseExamples } from "@image-apis/spec";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { apis, withBrowser } from "./site.ts";
import { type Visit, visit, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const visitNext = visitsInTurn(browser, site);
const samples = loadSamples();
const operations = apis.flatMap(({ operations }) => operations);

/** The words of a page as it is printed, without the spaces, which fall where a line ends. */
async function printed({ page, close }: Visit): Promise<string> {
  const pdf = await page.pdf();
  await close();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  return dense(text);
}

function dense(text: string): string {
  return text.replace(/\s+/g, "");
}

/** What of an operation is not in a text. */
function missing(operation: (typeof operations)[number], text: string): string[] {
  const expected = [
    operation.summary,
    operation.path,
    ...operation.parameters.map(({ name }) => name),
    ...Object.keys(operation.responses),
    ...responseExamples(operation).map(({ example }) => JSON.stringify(example.value, null, 2)),
    // Line by line: where a page ends, a program may be interrupted by the next heading.
    ...(samples.get(operation.operationId)?.samples ?? []).flatMap(({ text }) => text.split("\n")),
  ];
  return expected.filter((part) => !text.includes(dense(part)));
}

describe("printed, the page holds every parameter, status, example and sample of", () => {
  test.each(operations)("$operationId", async (operation) => {
    const address = `/${addresses.operation(operation.operationId)}`;
    expect(missing(operation, await printed(await visitNext(address)))).toEqual([]);
  });
});

test("printed without JavaScript, the first page names every operation", async () => {
  const text = await printed(await visit(browser(), site(), "/", { javaScriptEnabled: false }));
  for (const { summary, path } of operations) {
    expect(text).toContain(dense(summary));
    expect(text).toContain(dense(path));
  }
});

test("what is not printed is found", async () => {
  const [operation, other] = operations;
  if (operation === undefined || other === undefined) throw new Error("Two operations are needed.");
  const address = `/${addresses.operation(other.operationId)}`;
  expect(missing(operation, await printed(await visitNext(address)))).not.toEqual([]);
});
