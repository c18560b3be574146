import type { ContractOperation } from "@image-apis/http-contract";
import {
  type Person,
  type ReferenceContext,
  type StoredFile,
  startContents,
} from "@image-apis/reference";
import type { Database } from "../database/database.ts";
import type { SqliteStore } from "../store/sqlite-store.ts";

type Context = Pick<ReferenceContext, "now" | "newId" | "organisation">;

/** Puts the customers and persons of the documented calls into a store, with the documented images. */
export async function fillWithDocumented(
  store: SqliteStore,
  writer: Database,
  operations: readonly ContractOperation[],
  context: Context,
): Promise<void> {
  const { customers, rewardsFiles, persons, lastBlobId } = await startContents({
    ...context,
    operations,
  });
  const kept: Person[] = [];
  for (const person of persons) {
    const { image } = person;
    const file = image && (await keptFile(store, image.file));
    kept.push(image && file ? { ...person, image: { ...image, file } } : person);
  }
  await store.write(async (rows) => {
    for (const customer of customers) await rows.putCustomer(customer);
    for (const file of rewardsFiles) await rows.putRewardsFile(file);
    for (const person of kept) await rows.putPerson(person);
    writer.run(
      `insert into counter (name, value) values ('blob_id', ?)
       on conflict (name) do update set value = max(value, excluded.value)`,
      lastBlobId,
    );
  });
}

/** A file of the documents is in memory; the store keeps its own bytes only. */
async function keptFile(store: SqliteStore, file: StoredFile): Promise<StoredFile> {
  if (file.bytes === undefined) return file;
  const sink = store.sink();
  for await (const chunk of file.bytes.open()) await sink.write(chunk);
  return { ...file, bytes: await sink.end() };
}
