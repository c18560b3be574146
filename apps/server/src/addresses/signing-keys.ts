import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";

/** A key that signs addresses. */
export interface SigningKey {
  readonly id: number;
  readonly secret: string;
}

/** The keys of a data folder: the newest one signs, those before still prove what they signed. */
export class SigningKeys {
  readonly #writer: Database;
  readonly #reader: Database;

  constructor({ writer, reader }: { writer: Database; reader: Database }) {
    this.#writer = writer;
    this.#reader = reader;
  }

  /** The key to sign with; `undefined` before the first one was added. */
  newest(): SigningKey | undefined {
    const row = this.#reader.one("select id, secret from signing_key order by id desc limit 1");
    return row && { id: Number(row.id), secret: String(row.secret) };
  }

  find(id: number): SigningKey | undefined {
    const row = this.#reader.one("select id, secret from signing_key where id = ?", id);
    return row && { id, secret: String(row.secret) };
  }

  /**
   * Adds a key, with which addresses are signed from now on.
   *
   * @param isOnly forgets the others: what they signed is good no longer.
   */
  async rotate(isOnly = false): Promise<void> {
    await this.#writer.transaction(() => {
      if (isOnly) this.#writer.run("delete from signing_key");
      this.#writer.run(
        "insert into signing_key (secret, created_at) values (?, ?)",
        randomBytes(32).toString("base64url"),
        Date.now(),
      );
    });
  }
}
