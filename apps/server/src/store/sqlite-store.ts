import { randomUUID } from "node:crypto";
import type { FileSink } from "@image-apis/http-contract";
import type { Rows, Store, StoredBytes, WritableRows } from "@image-apis/reference";
import type { Database } from "../database/database.ts";
import { DiskBytes } from "../files/disk-bytes.ts";
import type { DiskFiles } from "../files/disk-files.ts";
import { DiskSink } from "../files/disk-sink.ts";
import { SqliteRows } from "./sqlite-rows.ts";
import { SqliteWritableRows } from "./sqlite-writable-rows.ts";

/** What a store is made of. */
export interface SqliteStoreParts {
  /** The only connection of this process that changes anything. */
  readonly writer: Database;
  /** A connection that sees what has been committed. */
  readonly reader: Database;
  readonly files: DiskFiles;
  /** Called in every transaction that has changed something, with what it changed: `person 123`. */
  readonly onChange?: (database: Database, changes: readonly string[]) => void;
}

/** A store whose rows are in SQLite and whose bytes are files on the disk. One change runs after the other. */
export class SqliteStore implements Store {
  readonly #writer: Database;
  readonly #reader: Database;
  readonly #files: DiskFiles;
  readonly #onChange: SqliteStoreParts["onChange"];
  readonly #pathOf = (key: string) => this.#files.pathOf(key);

  constructor({ writer, reader, files, onChange }: SqliteStoreParts) {
    this.#writer = writer;
    this.#reader = reader;
    this.#files = files;
    this.#onChange = onChange;
  }

  read<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result> {
    return this.#reader.transaction(() => work(new SqliteRows(this.#reader, this.#pathOf)));
  }

  async write<Result>(work: (rows: WritableRows) => Promise<Result>): Promise<Result> {
    const { result, dead } = await this.#writer.transaction(async () => {
      const rows = new SqliteWritableRows(this.#writer, this.#pathOf);
      const result = await work(rows);
      if (rows.changes.length > 0) this.#onChange?.(this.#writer, rows.changes);
      return { result, dead: rows.settle() };
    });
    await this.#remove(dead);
    return result;
  }

  sink(): FileSink<StoredBytes> {
    return new DiskSink(randomUUID().replaceAll("-", ""), this.#files, {
      begin: (key) =>
        this.#writer.transaction(() => {
          this.#writer.run(
            "insert into blob (key, state, created_at) values (?, 'pending', ?)",
            key,
            Date.now(),
          );
        }),
      giveUp: (key) => this.#giveUp([key]),
    });
  }

  async discard(bytes: readonly StoredBytes[]): Promise<void> {
    await this.#giveUp(bytes.flatMap((it) => (it instanceof DiskBytes ? it.key : [])));
  }

  /** Forgets everything that is stored; accounts stay. Files that are arriving go on. */
  async clear(): Promise<void> {
    const dead = await this.#writer.transaction(() => {
      for (const table of storedTables) this.#writer.run(`delete from ${table}`);
      this.#writer.run("delete from counter where name = 'blob_id'");
      this.#onChange?.(this.#writer, ["everything"]);
      return this.#writer.all("update blob set state = 'dead' where state = 'live' returning key");
    });
    await this.#remove(dead.map(({ key }) => String(key)));
  }

  /** Gives up files that no row names. */
  async #giveUp(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const dead = await this.#writer.transaction(() =>
      keys.filter(
        (key) =>
          this.#writer.run(
            "update blob set state = 'dead' where key = ? and state = 'pending'",
            key,
          ) === 1,
      ),
    );
    await this.#remove(dead);
  }

  /** Removes the bytes of dead files. What cannot be removed now, the sweep of the next start removes. */
  async #remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    try {
      for (const key of keys) await this.#files.remove(key);
      await this.#writer.transaction(() => {
        for (const key of keys) {
          this.#writer.run("delete from blob where key = ? and state = 'dead'", key);
        }
      });
    } catch (error) {
      console.error(error);
    }
  }
}

/** Those that name others come first. */
const storedTables = [
  "customer_image",
  "customer_identifier",
  "customer",
  "rewards_file",
  "person",
] as const;
