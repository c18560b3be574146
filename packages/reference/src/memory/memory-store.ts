import type { FileSink, KeptBytes } from "@image-apis/http-contract";
import type { StoredBytes } from "../store/files.ts";
import type { Customer, Person, RewardsFile } from "../store/records.ts";
import type { Rows, Store, WritableRows } from "../store/store.ts";
import { type MemoryBounds, memoryBounds } from "./bounds.ts";
import { MemoryFiles } from "./memory-files.ts";
import { MemoryRows } from "./memory-rows.ts";
import { bytesOf, emptyTables, type Tables } from "./tables.ts";

/** Everything that a store holds at one moment. */
export interface Contents {
  readonly customers: readonly Customer[];
  readonly rewardsFiles: readonly RewardsFile[];
  readonly persons: readonly Person[];
  /** The next one is greater. */
  readonly lastBlobId: number;
}

/** As much as a row takes, such as a customer with five images. */
const rowBytes = 2048;

/** A store in memory, within bounds. One transaction runs after the other. */
export class MemoryStore implements Store {
  readonly #bounds: MemoryBounds;
  readonly #files: MemoryFiles;
  #tables: Tables = emptyTables();
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param bounds in place of `memoryBounds`.
   * @param shared the room for files that arrive at several stores together; of its own alone by default.
   */
  constructor(bounds: Partial<MemoryBounds> = {}, shared?: KeptBytes) {
    this.#bounds = { ...memoryBounds, ...bounds };
    this.#files = new MemoryFiles(this.#bounds.totalBytes, shared);
  }

  /** The bytes that rows name. */
  get namedBytes(): number {
    return this.#files.namedBytes;
  }

  /** What it takes in memory, in bytes: those of files as they are, rows by their usual size. */
  get heldBytes(): number {
    const { customers, rewardsFiles, persons, fileCharacters } = this.#tables;
    const rows = customers.size + rewardsFiles.size + persons.size;
    return this.namedBytes + rows * rowBytes + 2 * fileCharacters;
  }

  read<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result> {
    return this.#inTurn(() => work(new MemoryRows(this.#tables, this.#bounds)));
  }

  write<Result>(work: (rows: WritableRows) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      const rows = new MemoryRows(this.#tables, this.#bounds);
      const result = await work(rows);
      this.#commit(rows);
      return result;
    });
  }

  sink(): FileSink<StoredBytes> {
    return this.#files.sink();
  }

  async discard(bytes: readonly StoredBytes[]): Promise<void> {
    for (const it of bytes) this.#files.discard(it);
  }

  /** What it holds, once the transactions before have ended. */
  contents(): Promise<Contents> {
    return this.#inTurn(async () => {
      const { customers, rewardsFiles, persons, lastBlobId } = this.#tables;
      return {
        customers: [...customers.values()],
        rewardsFiles: [...rewardsFiles.values()],
        persons: [...persons.values()],
        lastBlobId,
      };
    });
  }

  /**
   * Holds these contents in place of its own.
   *
   * @throws StoreFullError for more than the bounds allow. Then nothing has changed.
   */
  replace({ customers, rewardsFiles, persons, lastBlobId }: Contents): Promise<void> {
    return this.#inTurn(async () => {
      const next = emptyTables(lastBlobId);
      const rows = new MemoryRows(next, this.#bounds);
      for (const customer of customers) await rows.putCustomer(customer);
      for (const file of rewardsFiles) await rows.putRewardsFile(file);
      for (const person of persons) await rows.putPerson(person);
      const before = this.#tables;
      this.#commit(rows);
      this.#tables = next;
      const kept = [before.customers, before.rewardsFiles, before.persons];
      for (const table of kept) {
        for (const row of table.values())
          for (const bytes of bytesOf(row)) this.#files.forget(bytes);
      }
    });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  #commit(rows: MemoryRows): void {
    const { named, forgotten } = rows.commit();
    // In this order, a file that stays where it was is never given up in between.
    for (const bytes of named) this.#files.name(bytes);
    for (const bytes of forgotten) this.#files.forget(bytes);
  }
}
