import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importFile } from "../src/import/import-file.ts";
import { useFolders } from "./support/folder.ts";
import { openStore } from "./support/store.ts";

const newFolder = useFolders();
const customerLine = (id: number) =>
  `{"customer":{"id":"${id}","identifiers":{"email":"${id}@b.example"}}}\n`;

function fileOf(text: string): string {
  const file = join(newFolder(), "import.jsonl");
  writeFileSync(file, text);
  return file;
}

it("customers and persons of a file are there, found by what identifies them", async () => {
  const { store, folder, close } = await openStore();
  const file = fileOf(`${customerLine(1)}\n{"person":{"id":"9223372036854775807"}}`);
  expect((await importFile(folder, file)).lines).toBe(3);
  await store.read(async (rows) => {
    expect((await rows.customerByIdentifier("email", "1@b.example"))?.id).toBe("1");
    expect(await rows.person("9223372036854775807")).toMatchObject({ image: undefined });
  });
  await close();
});

it("an import that is repeated changes nothing, and leaves images where they are", async () => {
  const { store, folder, close } = await openStore();
  const file = fileOf(customerLine(1) + customerLine(2));
  await importFile(folder, file);
  const modified = new Date();
  const image = { handle: "h", token: "t", version: 1, modified, size: 1, file: undefined };
  await store.write(async (rows) => {
    const found = await rows.customer("1");
    if (found !== undefined) await rows.putCustomer({ ...found, images: [image] });
  });
  await importFile(folder, file);
  expect((await store.read((rows) => rows.customer("1")))?.images).toEqual([image]);
  await close();
});

it("an import that was cut off goes on where it was", async () => {
  const { store, folder, close } = await openStore();
  const file = fileOf(Array.from({ length: 1200 }, (_, id) => customerLine(id)).join(""));
  const cutOff = importFile(folder, file, ({ lines }) => {
    if (lines === 1000) throw new Error("cut off");
  });
  await expect(cutOff).rejects.toThrow("cut off");
  const seen: number[] = [];
  const { lines } = await importFile(folder, file, (progress) => seen.push(progress.lines));
  expect({ lines, seen }).toEqual({ lines: 1200, seen: [1200] });
  expect(await store.read((rows) => rows.customer("1199"))).toBeDefined();

  appendFileSync(file, customerLine(5000));
  expect((await importFile(folder, file)).lines).toBe(1201);
  await close();
});

it.each([
  ["{", /Line 2 of .+: it is not JSON/],
  ['{"customer":{"id":1}}', /Line 2 of .+: \/customer\/id must be string/],
  ['{"customer":{"id":"01"}}', /Line 2 of .+: \/customer\/id must match pattern/],
  ['{"customer":{"id":"2","name":"x"}}', /Line 2 of .+must NOT have additional properties/],
  [
    '{"customer":{"id":"2","identifiers":{"email":"1@b.example"}}}',
    /the email of customer 2 is that of customer 1/,
  ],
])(
  "a line that is wrong is named, and nothing of its transaction is there: %s",
  async (line, words) => {
    const { store, folder, close } = await openStore();
    const file = fileOf(`${customerLine(1)}${line}\n`);
    await expect(importFile(folder, file)).rejects.toThrow(words);
    expect(await store.read((rows) => rows.customer("1"))).toBeUndefined();
    await close();
  },
);
