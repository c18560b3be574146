import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyDocuments } from "@image-apis/testing/documents";
import { eventually } from "@image-apis/testing/eventually";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { watchDocuments } from "../../scripts/watch-documents.ts";
import { type Mock, startMock } from "../../src/index.ts";
import { basic } from "../support/requests.ts";
import { send } from "../support/send.ts";

/** Enough for any machine: how fast it is, a test does not judge. */

const folder = mkdtempSync(join(tmpdir(), "reload-"));
const example = "spec/superoffice/examples/getPersonImageInfo/200-image-info.yaml";
const schema = "spec/capillary/components/schemas/Customer.yaml";

/** What the watch says, in place of the terminal. */
const said: { out: string[]; err: string[] } = { out: [], err: [] };
let mock: Mock;
let stop: () => Promise<void>;

beforeAll(() => {
  copyDocuments(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  said.out = [];
  said.err = [];
  mock = await startMock({ port: 0, stateful: true });
  stop = await watchDocuments(folder, mock, {
    log: (line: string) => void said.out.push(line),
    error: (line: string) => void said.err.push(line),
  });
});
afterEach(async () => {
  await stop();
  await mock.close();
});

test("a change of a referenced file is served", async () => {
  const before = read(example);
  write(example, before.replace("ConceptualType: PERSONPHOTO", "ConceptualType: CHANGED"));

  await eventually(async () => expect((await info()).ConceptualType).toBe("CHANGED"));

  write(example, before);
  await eventually(async () => expect((await info()).ConceptualType).toBe("PERSONPHOTO"));
});

test("a file that is replaced, as editors and git do, is served every time", async () => {
  const before = read(example);
  for (const name of ["FIRST", "SECOND", "THIRD"]) {
    write(
      `${example}.new`,
      before.replace("ConceptualType: PERSONPHOTO", `ConceptualType: ${name}`),
    );
    renameSync(join(folder, `${example}.new`), join(folder, example));
    await eventually(async () => expect((await info()).ConceptualType).toBe(name));
  }

  write(example, before);
  await eventually(async () => expect((await info()).ConceptualType).toBe("PERSONPHOTO"));
});

test.each([
  ["YAML that is none", (text: string) => `${text}\n  : [`],
  ["a reference to nothing", (text: string) => text.replace("CustomerImage.yaml", "Nothing.yaml")],
])("%s keeps the last good documents, and is told until it is fixed", async (_, spoil) => {
  const good = read(schema);
  write(schema, spoil(good));

  await eventually(() => expect(said.err).toHaveLength(1));
  expect(said.err[0]).toMatch(/the last good ones still are\.\n {2}\S/);
  const { status, documents } = (await send(mock.url, { target: "/__mock/health" })).json();
  expect(status).toBe("ok");
  expect(said.err[0]).toContain(documents.error);
  expect((await info()).BlobId).toBe(167);

  write(schema, good);
  await eventually(async () => {
    const health = (await send(mock.url, { target: "/__mock/health" })).json();
    expect(health.documents.error).toBeUndefined();
  });
});

test("a document that the mock cannot serve is refused like one that is broken", async () => {
  const file = "spec/capillary/examples/getCustomer/400-missing-source.yaml";
  const good = read(file);
  const withoutValue = good.slice(0, good.indexOf("value:"));
  write(file, withoutValue);

  await eventually(() => expect(said.err).toHaveLength(1));
  expect(said.err[0]).toMatch(/400-missing-source of \w+ has no value/);
  write(file, good);
  await eventually(() => expect(said.out).toHaveLength(1));
});

test.each(["spec/fixtures/front.png", "spec/fixtures/fixtures.json"])(
  "%s is read again",
  async (file) => {
    writeFileSync(join(folder, file), readFileSync(join(folder, file)));

    await eventually(() => expect(said.out).toHaveLength(1));
  },
);

test("redocly.yaml is read again too", async () => {
  const before = read("redocly.yaml");
  write("redocly.yaml", before.replace("spec/capillary/", "spec/nowhere/"));
  await eventually(() => expect(said.err.join()).toMatch(/spec\/nowhere\/openapi\.yaml/));

  write("redocly.yaml", before);
  await eventually(() => expect(said.out).toHaveLength(1));
});

test("what a stateful mock remembers outlives the reload", async () => {
  const target = "/api/v1/Person/123/Image";
  await send(mock.url, { method: "DELETE", target, headers: basic });
  write(example, read(example));
  await eventually(() => expect(said.out).toHaveLength(1));

  expect((await send(mock.url, { target, headers: basic })).status).toBe(404);
});

async function info() {
  const target = "/api/v1/Person/123/ImageInfo";
  return (await send(mock.url, { target, headers: basic })).json();
}

function read(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}
