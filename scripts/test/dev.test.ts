import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadDocument, operations, responseExamples } from "@image-apis/spec";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyRepository } from "../src/repository-copy.ts";
import { type DevProcess, startDevProcess } from "./support/dev-process.ts";

/** An operation that is asked without a body, and the file of its first example. */
const operationId = "getPersonImageInfo";
const operation = operations(loadDocument("superoffice")).find(
  (it) => it.operationId === operationId,
);
const key = operation && responseExamples(operation)[0]?.key;
const example = `spec/superoffice/examples/${operationId}/${key}.yaml`;
const types = "packages/types/src/generated/superoffice/wire-types.ts";

let copy: string;
let dev: DevProcess;

beforeAll(async () => {
  copy = copyRepository();
  dev = await startDevProcess(copy);
  await dev.event(0, ({ event, what }) => event === "fresh" && what === "docs");
});
afterAll(async () => {
  await dev.stop();
  rmSync(copy, { recursive: true });
});

const read = (file: string) => readFileSync(join(copy, file), "utf8");
const write = (file: string, text: string) => writeFileSync(join(copy, file), text);

/** Saves a file and waits for what the loop says of it. */
async function save(file: string, text: string) {
  const from = dev.events().length;
  write(file, text);
  const verdict = await dev.event(from, ({ event }) => event === "verdict" || event === "failed");
  return { from, verdict };
}

/** Saves a good file and waits until everything took it over. */
async function saveGood(file: string, text: string) {
  const { from, verdict } = await save(file, text);
  expect(verdict).toMatchObject({ event: "verdict", isGood: true, findings: [] });
  for (const what of ["mock", "docs"]) {
    await dev.event(from, (it) => it.event === "fresh" && it.what === what);
  }
}

async function answer(): Promise<Record<string, unknown>> {
  const path = operation?.path.replace(/\{\w+\}/, "18") ?? "";
  const response = await fetch(dev.mock + path, { headers: { Authorization: "Bearer EXAMPLE" } });
  return (await response.json()) as Record<string, unknown>;
}
const page = async () => (await fetch(`${dev.docs}/ref/${operationId}/`)).text();

/** The names of pages that open pages are told of, from now on. */
async function reloads() {
  const leave = new AbortController();
  const { body } = await fetch(`${dev.docs}/__dev/events`, { signal: leave.signal });
  if (body === null) throw new Error("There is no stream of events.");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const read = async () => {
    for (;;) {
      const told = /event: pages\ndata: (.*)\n\n/.exec(text);
      if (told !== null) {
        text = text.slice(told.index + told[0].length);
        return JSON.parse(told[1] ?? "") as string[];
      }
      const { value, done } = await reader.read();
      if (done) throw new Error("The stream of events ended.");
      text += value;
    }
  };
  return { read, leave: () => leave.abort() };
}

it("a good save is judged and reaches the types, the mock, the page and who has it open", async () => {
  const before = read(example);
  const summary = /^summary: (.*)$/m.exec(before)?.[1] ?? "";
  const { read: told, leave } = await reloads();
  await saveGood(
    example,
    before.replace("BlobId: 167", "BlobId: 271828").replace(summary, "A new title"),
  );
  expect(await answer()).toMatchObject({ BlobId: 271_828 });
  expect(await page()).toContain("271828");
  const pages = await told();
  expect(pages).toContain(`ref/${operationId}/index.html`);
  // A page that did not change is not told to reload.
  expect(pages).not.toContain("guides/index.html");
  leave();
  expect(read("packages/spec/dist/superoffice.json")).toContain("271828");

  await saveGood(example, before);
  expect(await answer()).toMatchObject({ BlobId: 167 });
});

it("the types on the disk follow a schema", async () => {
  const schema = "spec/superoffice/components/schemas/ImageInfo.yaml";
  const before = read(schema);
  const description = /description: (.*)/.exec(before)?.[1] ?? "";
  await saveGood(schema, before.replace(description, "Changed while the loop runs."));
  expect(read(types)).toContain("Changed while the loop runs.");
  await saveGood(schema, before);
  expect(read(types)).toBe(readFileSync(join(import.meta.dirname, "../..", types), "utf8"));
});

it("a finding holds back all three, and fixing it lets the next version through", async () => {
  const file = "spec/superoffice/paths/api_v1_Person_{personId}_ImageInfo.yaml";
  const [goodPath, goodExample, generated] = [read(file), read(example), read(types)];
  const bad = await save(file, goodPath.replace(operationId, "personImageInfo"));
  expect(bad.verdict).toMatchObject({
    isGood: false,
    findings: [{ file, line: 2, column: 3, rule: "operation-id-verb" }],
  });
  const stale = await dev.event(
    bad.from,
    ({ event, what }) => event === "stale" && what === "docs",
  );
  expect(stale.why).toContain("without errors");

  // A good change beside it waits as well: nothing is served of documents with findings.
  await save(example, goodExample.replace("BlobId: 167", "BlobId: 271828"));
  expect(await answer()).toMatchObject({ BlobId: 167 });
  expect(await page()).not.toContain("271828");
  expect(read(types)).toBe(generated);

  await saveGood(file, goodPath);
  expect(await answer()).toMatchObject({ BlobId: 271_828 });
  await saveGood(example, goodExample);
});

it("a file that is not YAML, is empty or goes away does not end it", async () => {
  const before = read(example);
  for (const text of ["value: [\n", "", "a: 1\na: 2\n"]) {
    expect((await save(example, text)).verdict).toMatchObject({ isGood: false });
  }
  const from = dev.events().length;
  rmSync(join(copy, example));
  expect(await dev.event(from, ({ event }) => event === "verdict")).toMatchObject({
    isGood: false,
  });
  expect(await answer()).toMatchObject({ BlobId: 167 });
  await saveGood(example, before);
});

it("a guide that names nothing holds back the pages alone, until it does", async () => {
  const guide = "apps/docs/content/guides/01-quickstart.md";
  const [before, shown] = [read(guide), read(example)];
  let from = dev.events().length;
  write(guide, `${before}\n[nobody](op:nobody)\n`);
  const { why } = await dev.event(from, ({ event, what }) => event === "stale" && what === "docs");
  expect(why).toContain("op:nobody");
  expect((await save(example, shown.replace("BlobId: 167", "BlobId: 271828"))).verdict.isGood).toBe(
    true,
  );
  await expect.poll(answer).toMatchObject({ BlobId: 271_828 });
  expect(await page()).not.toContain("271828");

  from = dev.events().length;
  write(guide, before);
  await dev.event(from, ({ event, what }) => event === "fresh" && what === "docs");
  expect(await page()).toContain("271828");
  await saveGood(example, shown);
});

it("the samples follow the exchange they are made of", async () => {
  const exchange = `spec/superoffice/exchanges/${operationId}/with-image.yaml`;
  const before = read(exchange);
  const from = dev.events().length;
  write(exchange, before.replace("personId: 123", "personId: 125"));
  await dev.event(from, ({ event, what }) => event === "fresh" && what === "docs");
  expect(await page()).toContain("/Person/125/ImageInfo");
  await saveGood(exchange, before);
});

it("findings are shown as a person reads them, and Ctrl+C ends everything", async () => {
  const before = read(example);
  write(example, before.replace("summary:", "sumary:"));
  const shown = await startDevProcess(copy, "stylish");
  expect(readdirSync(shown.temporary)).toHaveLength(1);
  try {
    await expect.poll(() => shown.output()).toContain("last good version");
    expect(shown.output()).toMatch(/^\nJudging spec, redocly\.yaml …$/m);
    expect(shown.output()).toMatch(new RegExp(`^${example}:1:1  error  \\S+  `, "m"));
    expect(shown.output()).toMatch(/^ {4}> 1 \| sumary: /m);
    expect(shown.output()).toMatch(/^ {4}fix {3}Correct the key or the value/m);
    expect(shown.output()).toMatch(/^\d+ errors?, 0 warnings, \d+\.\d s$/m);
    // The build before the loop is what is served until then.
    expect(await (await fetch(`${shown.docs}/ref/${operationId}/`)).text()).toContain(
      "PERSONPHOTO",
    );
    write(example, before);
    await expect.poll(() => shown.output()).toMatch(/^all good, \d+\.\d s$/m);
  } finally {
    expect(await shown.stop("SIGINT")).toBe(0);
  }
  await expect(fetch(shown.docs)).rejects.toThrow();
  await expect(fetch(shown.mock)).rejects.toThrow();
  expect(readdirSync(shown.temporary)).toEqual([]);
});
