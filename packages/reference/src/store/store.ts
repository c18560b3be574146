import type { FileSink } from "@image-apis/http-contract";
import type { FileKind, StoredBytes } from "./files.ts";
import type { Customer, Person, RewardsFile } from "./records.ts";

/** What is stored, as one transaction sees it. */
export interface Rows {
  customer(id: string): Promise<Customer | undefined>;
  /** The customer that has an identifier; no two have the same. */
  customerByIdentifier(name: string, value: string): Promise<Customer | undefined>;
  rewardsFile(name: string): Promise<RewardsFile | undefined>;
  person(id: string): Promise<Person | undefined>;
}

/** What a transaction can change. Reading a row locks it, also one that is not there yet, until the transaction ends. */
export interface WritableRows extends Rows {
  /** Adds a customer, or replaces the one of the same id. Bytes that no row names any more are given up. */
  putCustomer(customer: Customer): Promise<void>;
  /** Adds a file, or replaces the one of the same name. */
  putRewardsFile(file: RewardsFile): Promise<void>;
  /** Adds a person, or replaces the one of the same id. */
  putPerson(person: Person): Promise<void>;
  /** A number above every one before it; some may be left out. */
  nextBlobId(): Promise<number>;
}

/**
 * What one organisation has stored. Two stores share nothing.
 *
 * The work of a transaction reads and changes rows and does nothing else: a store may run it again where it met
 * another one. Transactions are not nested.
 */
export interface Store {
  /** Reads one moment: nothing changes in between. */
  read<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /**
   * Changes all or nothing, as if no other transaction ran at the same time.
   *
   * @throws StoreFullError where there is no room, and what `work` throws. Then nothing has changed.
   */
  write<Result>(work: (rows: WritableRows) => Promise<Result>): Promise<Result>;
  /**
   * Opens a place for the bytes of one file. When they have ended they are durable, and no row names them yet. A store
   * without room throws a StoreFullError from the sink, or from the transaction that would name the bytes.
   */
  sink(kind: FileKind): FileSink<StoredBytes>;
  /** Gives up bytes that have ended, unless a row names them. */
  discard(bytes: readonly StoredBytes[]): Promise<void>;
}
