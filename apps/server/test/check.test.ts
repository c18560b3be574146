import { createHash } from "node:crypto";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DiskBytes } from "../src/files/disk-bytes.ts";
import { checkFolder } from "../src/folder/check.ts";
import { sweep } from "../src/folder/sweep.ts";
import { openStore } from "./support/store.ts";

/** A person of an id with an image of these bytes. */
async function savePerson(
  { store }: Awaited<ReturnType<typeof openStore>>,
  id: string,
  text: string,
) {
  const bytes = Buffer.from(text);
  const sink = store.sink();
  await sink.write(bytes);
  const stored = await sink.end();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { size: bytes.length, sha256, mediaType: "image/png", bytes: stored };
  const now = new Date();
  await store.write((rows) =>
    rows.putPerson({ id, image: { blobId: 1, created: now, updated: now, file } }),
  );
  if (!(stored instanceof DiskBytes)) throw new TypeError("The store keeps files.");
  return stored;
}

it("a check finds nothing where rows and bytes agree", async () => {
  const opened = await openStore();
  await savePerson(opened, "1", "bytes");
  expect(await checkFolder(opened.folder, { bytes: true })).toEqual({
    named: 1,
    missing: [],
    damaged: [],
    orphaned: [],
    isRepaired: false,
  });
  await opened.close();
});

it("a check finds what is missing, damaged and orphaned, and names whose it is", async () => {
  const opened = await openStore();
  const { folder } = opened;
  const gone = await savePerson(opened, "1", "gone");
  const longer = await savePerson(opened, "2", "longer");
  const other = await savePerson(opened, "3", "other");
  await savePerson(opened, "4", "right");
  rmSync(gone.path);
  appendFileSync(longer.path, "!");
  writeFileSync(other.path, "OTHER");
  const orphan = `ab${"0".repeat(30)}`;
  writeFileSync(folder.files.pathOf(orphan), "nobody's");
  writeFileSync(join(folder.path, "incoming", "half"), "half");

  const found = await checkFolder(folder, { bytes: true });
  expect(found.missing).toEqual([`person 1 (${gone.key})`]);
  expect([...found.damaged].sort()).toEqual([
    `person 2 (${longer.key})`,
    `person 3 (${other.key})`,
  ]);
  expect([...found.orphaned].sort()).toEqual([orphan, "half"].sort());

  await checkFolder(folder, { repair: true });
  expect((await checkFolder(folder)).orphaned).toEqual([]);
  expect((await checkFolder(folder)).named).toBe(4);
  await opened.close();
});

it("a sweep removes what was begun and not named, and nothing else", async () => {
  const opened = await openStore();
  const { store, folder } = opened;
  await savePerson(opened, "1", "kept");
  const begun = store.sink();
  await begun.write(Buffer.alloc(600_000, 1));
  const ended = store.sink();
  await ended.write(Buffer.from("ended"));
  await ended.end();

  expect((await checkFolder(folder)).orphaned).toHaveLength(2);
  expect(await sweep(folder)).toBe(2);
  expect(await checkFolder(folder, { bytes: true })).toMatchObject({
    named: 1,
    missing: [],
    orphaned: [],
  });
  await begun.abort();
  await opened.close();
});

it("an image that is replaced, and one that is deleted, leave no bytes behind", async () => {
  const opened = await openStore();
  const { store, folder } = opened;
  await savePerson(opened, "1", "first");
  await savePerson(opened, "1", "second");
  await savePerson(opened, "2", "other");
  await store.write((rows) => rows.putPerson({ id: "2", image: undefined }));

  expect(await checkFolder(folder)).toMatchObject({ named: 1, missing: [], orphaned: [] });
  expect(folder.reader.all("select key from blob")).toHaveLength(1);
  await opened.close();
});
