import type {
  Customer,
  CustomerImage,
  Person,
  RewardsFile,
  StoredFile,
  WritableRows,
} from "@image-apis/reference";
import type { Database } from "../database/database.ts";
import { fileColumns, fileValues, keyOf } from "./file-columns.ts";
import { SqliteRows } from "./sqlite-rows.ts";

/** The rows as a transaction sees and changes them. */
export class SqliteWritableRows extends SqliteRows implements WritableRows {
  readonly #database: Database;
  readonly #dropped = new Set<string>();
  readonly #changes: string[] = [];

  constructor(database: Database, pathOf: (key: string) => string) {
    super(database, pathOf);
    this.#database = database;
  }

  /** What was put, in words for the audit: `person 123`. */
  get changes(): readonly string[] {
    return this.#changes;
  }

  /** Marks the files that no row names any more as dead, and returns their keys. Called once, at the end. */
  settle(): string[] {
    return [...this.#dropped].filter((key) => {
      const isNamed = this.#database.one(
        `select 1 where exists (select 1 from customer_image where file_key = ?1)
           or exists (select 1 from rewards_file where file_key = ?1)
           or exists (select 1 from person where file_key = ?1)`,
        key,
      );
      if (isNamed !== undefined) return false;
      this.#database.run("update blob set state = 'dead' where key = ?", key);
      return true;
    });
  }

  async putCustomer({ id, identifiers, images, hasSamples }: Customer): Promise<void> {
    this.#database.run(
      `insert into customer (id, has_samples) values (?, ?)
       on conflict (id) do update set has_samples = excluded.has_samples`,
      id,
      hasSamples ? 1 : 0,
    );
    this.#putIdentifiers(id, identifiers);
    this.#drop("customer_image", "customer_id", id);
    this.#database.run("delete from customer_image where customer_id = ?", id);
    for (const [position, image] of images.entries()) this.#putImage(id, position, image);
    this.#changes.push(`customer ${id}`);
  }

  async putRewardsFile({ name, version, upload }: RewardsFile): Promise<void> {
    this.#drop("rewards_file", "name", name);
    this.#name(upload?.file);
    this.#database.run(
      `insert or replace into rewards_file
         (name, version, handle, token, media_type, modified_at, ${fileColumns})
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      name,
      version,
      upload?.handle ?? null,
      upload?.token ?? null,
      upload?.mediaType ?? null,
      upload?.modified.getTime() ?? null,
      ...fileValues(upload?.file),
    );
    this.#changes.push(`rewards file ${name}`);
  }

  async putPerson({ id, image }: Person): Promise<void> {
    this.#drop("person", "id", id);
    this.#name(image?.file);
    this.#database.run(
      `insert or replace into person (id, blob_id, created_at, updated_at, ${fileColumns})
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      image?.blobId ?? null,
      image?.created.getTime() ?? null,
      image?.updated.getTime() ?? null,
      ...fileValues(image?.file),
    );
    this.#changes.push(`person ${id}`);
  }

  async nextBlobId(): Promise<number> {
    const row = this.#database.one(
      `insert into counter (name, value) values ('blob_id', 1)
       on conflict (name) do update set value = value + 1 returning value`,
    );
    return Number(row?.value);
  }

  #putIdentifiers(id: string, identifiers: Customer["identifiers"]): void {
    this.#database.run("delete from customer_identifier where customer_id = ?", id);
    for (const [name, value] of Object.entries(identifiers)) {
      this.#database.run(
        "insert or replace into customer_identifier (name, value, customer_id) values (?, ?, ?)",
        name,
        value,
        id,
      );
    }
  }

  #putImage(customerId: string, position: number, image: CustomerImage): void {
    this.#name(image.file);
    this.#database.run(
      `insert into customer_image
         (customer_id, position, handle, token, version, modified_at, size, ${fileColumns})
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      customerId,
      position,
      image.handle,
      image.token,
      image.version,
      image.modified.getTime(),
      image.size,
      ...fileValues(image.file),
    );
  }

  /** @throws Error for bytes that were given up. */
  #name(file: StoredFile | undefined): void {
    const key = file && keyOf(file);
    if (key === undefined) return;
    const named = this.#database.run(
      "update blob set state = 'live' where key = ? and state in ('pending', 'live')",
      key,
    );
    if (named === 1) return;
    throw new Error("A row names bytes that are kept no longer.");
  }

  /** Takes note of the files of rows that are about to go. */
  #drop(table: "customer_image" | "rewards_file" | "person", column: string, value: string): void {
    const rows = this.#database.all(
      `select file_key from ${table} where ${column} = ? and file_key is not null`,
      value,
    );
    for (const { file_key: key } of rows) this.#dropped.add(String(key));
  }
}
