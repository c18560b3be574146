import { responseExamples } from "@image-apis/spec";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { sampleKey, samplesFor } from "../../src/site/samples.ts";
import { apis, withBrowser } from "./site.ts";
import { type Visit, visit, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const visitNext = visitsInTurn(browser, site);
const samples = samplesFor(apis);
const operations = apis.flatMap(({ name, operations }) =>
  operations.map((operation) => ({ ...operation, api: name })),
);

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

/** The samples on an operation's page. */
function shownSamples({ api, operationId }: (typeof operations)[number]) {
  const own = samples.get(sampleKey(api, operationId));
  return own?.sets.get(own.first)?.samples ?? [];
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
    ...shownSamples(operation).flatMap(({ text }) => text.split("\n")),
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
