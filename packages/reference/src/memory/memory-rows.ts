import { maxKeptBytes } from "@image-apis/http-contract";
import { type StoredBytes, StoreFullError } from "../store/files.ts";
import type { Customer, Person, RewardsFile } from "../store/records.ts";
import type { WritableRows } from "../store/store.ts";
import type { MemoryBounds } from "./bounds.ts";
import { Changes } from "./changes.ts";
import { MemoryBytes } from "./memory-bytes.ts";
import { bytesOf, charactersOf, identifierKey, identifierKeys, type Tables } from "./tables.ts";

/** The rows as one transaction sees them. What it changes is kept apart until `commit`. */
export class MemoryRows implements WritableRows {
  readonly #tables: Tables;
  readonly #bounds: MemoryBounds;
  readonly #customers: Changes<Customer>;
  readonly #rewardsFiles: Changes<RewardsFile>;
  readonly #persons: Changes<Person>;
  #lastBlobId: number;
  #fileCharacters: number;

  constructor(tables: Tables, bounds: MemoryBounds) {
    this.#tables = tables;
    this.#bounds = bounds;
    this.#customers = new Changes(tables.customers);
    this.#rewardsFiles = new Changes(tables.rewardsFiles);
    this.#persons = new Changes(tables.persons);
    this.#lastBlobId = tables.lastBlobId;
    this.#fileCharacters = tables.fileCharacters;
  }

  async customer(id: string): Promise<Customer | undefined> {
    return this.#customers.get(id);
  }

  async customerByIdentifier(name: string, value: string): Promise<Customer | undefined> {
    const key = identifierKey(name, value);
    const changed = this.#customers.rows.find((it) => identifierKeys(it).includes(key));
    if (changed !== undefined) return changed;
    const id = this.#tables.identifiers.get(key);
    return id === undefined || this.#customers.isChanged(id) ? undefined : this.customer(id);
  }

  async rewardsFile(name: string): Promise<RewardsFile | undefined> {
    return this.#rewardsFiles.get(name);
  }

  async person(id: string): Promise<Person | undefined> {
    return this.#persons.get(id);
  }

  async putCustomer(customer: Customer): Promise<void> {
    this.#put(this.#customers, customer.id, customer, "customers");
  }

  async putRewardsFile(file: RewardsFile): Promise<void> {
    const before = this.#rewardsFiles.get(file.name);
    this.#fileCharacters += charactersOf(file) - (before === undefined ? 0 : charactersOf(before));
    // Read from JSON, the name holds on to nothing of the request that it is a part of.
    const name: string = JSON.parse(JSON.stringify(file.name));
    this.#put(this.#rewardsFiles, name, { ...file, name }, "files");
  }

  async putPerson(person: Person): Promise<void> {
    this.#put(this.#persons, person.id, person, "persons");
  }

  async nextBlobId(): Promise<number> {
    this.#lastBlobId += 1;
    return this.#lastBlobId;
  }

  /** Makes the changes; returns the bytes that rows name from now on, and those that they name no longer. */
  commit(): { named: StoredBytes[]; forgotten: StoredBytes[] } {
    const changed = [this.#customers, this.#rewardsFiles, this.#persons] as const;
    const named = changed.flatMap(({ rows }) => rows.flatMap(bytesOf));
    const customers = this.#customers.commit();
    const { identifiers } = this.#tables;
    for (const key of customers.flatMap(identifierKeys)) identifiers.delete(key);
    for (const customer of this.#customers.rows) {
      for (const key of identifierKeys(customer)) identifiers.set(key, customer.id);
    }
    const replaced = [...customers, ...this.#rewardsFiles.commit(), ...this.#persons.commit()];
    this.#tables.lastBlobId = this.#lastBlobId;
    this.#tables.fileCharacters = this.#fileCharacters;
    return { named, forgotten: replaced.flatMap(bytesOf) };
  }

  #put<Row extends Customer | RewardsFile | Person>(
    table: Changes<Row>,
    key: string,
    row: Row,
    noun: string,
  ): void {
    const { things, fileCharacters, totalBytes } = this.#bounds;
    if (bytesOf(row).some((it) => it instanceof MemoryBytes && it.content === undefined)) {
      throw new StoreFullError(
        `The store holds at most ${totalBytes} bytes of images, those that arrive included, and ${maxKeptBytes} of one.`,
      );
    }
    const isFull = !table.has(key) && table.size >= things;
    if (isFull || this.#fileCharacters > fileCharacters) {
      throw new StoreFullError(
        `The store holds at most ${things} ${noun}, and ${fileCharacters} characters of what describes files.`,
      );
    }
    table.put(key, row);
  }
}
