import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";

/** A row as SQLite returns it, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** As long as one process waits for another one that writes, in milliseconds. */
const busyTimeout = 5000;

/**
 * One connection to the SQLite file of a data folder. Its calls are short and synchronous. A transaction may wait in
 * between, so that everything else on the same connection must be a transaction as well.
 */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #begin: string;
  #last: Promise<unknown> = Promise.resolve();

  /** @param isReader opens a connection that sees what has been committed and changes nothing. */
  constructor(file: string, isReader = false) {
    this.#connection = new DatabaseSync(file, { timeout: busyTimeout, readOnly: isReader });
    this.#begin = isReader ? "begin" : "begin immediate";
    if (isReader) return;
    this.run("pragma journal_mode = wal");
    // What was answered outlives a loss of power.
    this.run("pragma synchronous = full");
    this.run("pragma foreign_keys = on");
  }

  /** All rows of a query. */
  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values);
  }

  /** The first row of a query. */
  one(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values);
  }

  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** Runs several statements without values. */
  script(sql: string): void {
    this.#connection.exec(sql);
  }

  /**
   * Runs work as one transaction, after those before it: all of its changes are made, or none.
   *
   * @throws what the work throws.
   */
  transaction<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    const result = this.#last.then(async () => {
      this.run(this.#begin);
      try {
        const value = await work();
        this.run("commit");
        return value;
      } catch (error) {
        // An error of the disk may have ended the transaction already.
        if (this.#connection.isTransaction) this.run("rollback");
        throw error;
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Closes the connection once the transactions before have ended. */
  async close(): Promise<void> {
    await this.#last;
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
