import { createHash } from "node:crypto";
import { text } from "node:stream/consumers";
import {
  type CustomerImage,
  MemoryStore,
  type Store,
  type StoredFile,
  type WritableRows,
} from "@image-apis/reference";
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkFolder } from "../src/folder/check.ts";
import { openStore } from "./support/store.ts";

const ids = ["1", "2"] as const;
const names = ["a.png", "__proto__"] as const;
const moment = new Date("2026-03-01T12:00:00.125Z");

/** What one client asks a store for; `content` is of a file that arrives before. */
const command = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    id: fc.constantFrom(...ids),
    content: fc.string(),
  }),
  fc.record({ kind: fc.constant("drop" as const), id: fc.constantFrom(...ids), at: fc.nat(5) }),
  fc.record({
    kind: fc.constant("upload" as const),
    name: fc.constantFrom(...names),
    content: fc.string(),
  }),
  fc.record({
    kind: fc.constant("save" as const),
    id: fc.constantFrom(...ids),
    content: fc.string(),
  }),
  fc.record({ kind: fc.constant("clear" as const), id: fc.constantFrom(...ids) }),
  fc.record({
    kind: fc.constant("fail" as const),
    id: fc.constantFrom(...ids),
    content: fc.string(),
  }),
  fc.record({ kind: fc.constant("giveUp" as const), content: fc.string() }),
);
type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

/** Eight clients at most at the same time, again and again. */
const rounds = fc.array(fc.array(command, { minLength: 1, maxLength: 8 }), {
  minLength: 3,
  maxLength: 8,
});

async function arrived(store: Store, content: string): Promise<StoredFile> {
  const bytes = Buffer.from(content);
  const sink = store.sink("person-image");
  await sink.write(bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { size: bytes.length, sha256, mediaType: "image/png", bytes: await sink.end() };
}

/** Carries out a command; its transactions see and change what is there then. */
function carryOut(store: Store, one: Command, file: StoredFile | undefined): Promise<unknown> {
  if (one.kind === "giveUp") return store.discard(file?.bytes === undefined ? [] : [file.bytes]);
  return store.write((rows) => change(rows, one, file));
}

async function change(rows: WritableRows, one: Command, file: StoredFile | undefined) {
  switch (one.kind) {
    case "add":
    case "drop": {
      const { images = [] } = (await rows.customer(one.id)) ?? {};
      const kept = one.kind === "add" ? images : images.filter((_, at) => at !== one.at);
      const next = one.kind === "add" ? [...kept, image(images.length, file)] : kept;
      await rows.putCustomer({ id: one.id, identifiers: {}, images: next, hasSamples: false });
      return next.length;
    }
    case "upload": {
      const version = ((await rows.rewardsFile(one.name))?.version ?? 0) + 1;
      const upload = { handle: "h", token: "t", mediaType: "image/png", modified: moment, file };
      await rows.putRewardsFile({ name: one.name, version, upload });
      return version;
    }
    case "save":
    case "fail": {
      if (file === undefined) throw new TypeError("A save has a file.");
      const blobId = await rows.nextBlobId();
      await rows.putPerson({
        id: one.id,
        image: { blobId, created: moment, updated: moment, file },
      });
      if (one.kind === "fail") throw new RangeError("no further");
      return blobId;
    }
    default:
      return rows.putPerson({ id: "id" in one ? one.id : "", image: undefined });
  }
}

function image(at: number, file: StoredFile | undefined): CustomerImage {
  return {
    handle: `${at}`,
    token: `${at}`,
    version: 1,
    modified: moment,
    size: file?.size ?? 0,
    file,
  };
}

/** Everything that is stored, with its bytes. */
async function contents(store: Store) {
  const found = await store.read(async (rows) => ({
    customers: await Promise.all(ids.map((id) => rows.customer(id))),
    files: await Promise.all(names.map((name) => rows.rewardsFile(name))),
    persons: await Promise.all(ids.map((id) => rows.person(id))),
  }));
  const opened: string[] = [];
  const json = JSON.stringify(found, (key, value) =>
    key === "bytes" ? value !== undefined : value,
  );
  const named = [
    ...found.customers.flatMap((it) => it?.images.map(({ file }) => file) ?? []),
    ...found.files.map((it) => it?.upload?.file),
    ...found.persons.map((it) => it?.image?.file),
  ];
  for (const file of named)
    if (file?.bytes !== undefined) opened.push(await text(file.bytes.open()));
  return { json, opened };
}

it("whatever clients do at the same time, it is as in memory, and the files are those that rows name", async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      const { store, folder, close } = await openStore();
      const memory = new MemoryStore();
      try {
        for (const round of all) {
          const results = await Promise.all(
            [store, memory].map(async (each) => {
              const files = await Promise.all(
                round.map((one) => ("content" in one ? arrived(each, one.content) : undefined)),
              );
              const done = round.map((one, at) => carryOut(each, one, files[at]));
              const settled = await Promise.allSettled(done);
              // A request that failed gives up its file, as the listener does.
              const left = files.filter((_, at) => settled[at]?.status === "rejected");
              await each.discard(left.flatMap((file) => file?.bytes ?? []));
              return settled;
            }),
          );
          expect(results[0]).toEqual(results[1]);
          expect(await contents(store)).toEqual(await contents(memory));
        }
        const found = await checkFolder(folder, { bytes: true });
        expect(found).toMatchObject({ missing: [], damaged: [], orphaned: [] });
        expect(folder.reader.all("select key from blob")).toHaveLength(found.named);
      } finally {
        await close();
      }
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
