import type { Database, Row } from "../database/database.ts";
import { hashPassword, md5Form, newSecret } from "./password.ts";

/** What an account may do: `read` only reads, `write` changes, too, and `admin` also sees what is the server's own. */
export type Role = "read" | "write" | "admin";

export const roles: readonly Role[] = ["read", "write", "admin"];

/** Somebody who may call. */
export interface Account {
  readonly name: string;
  readonly role: Role;
  /** Another one after every change of the account. */
  readonly version: number;
}

/** An account with the hash of its password. */
export interface StoredAccount extends Account {
  readonly password: string;
}

/** The accounts of a data folder. */
export class Accounts {
  readonly #writer: Database;
  readonly #reader: Database;

  constructor({ writer, reader }: { writer: Database; reader: Database }) {
    this.#writer = writer;
    this.#reader = reader;
  }

  find(name: string): StoredAccount | undefined {
    const row = this.#reader.one(
      "select name, role, password, version from account where name = ?",
      name,
    );
    return row && accountOf(row);
  }

  list(): Account[] {
    const rows = this.#reader.all(
      "select name, role, password, version from account order by name",
    );
    return rows.map(accountOf);
  }

  /**
   * Adds an account.
   *
   * @param password a new one that nobody guesses by default.
   * @returns the password, which is kept nowhere.
   * @throws Error for a name that is there already, or that no `user:password` can carry.
   */
  async add(name: string, role: Role, password = newSecret()): Promise<string> {
    if (!/^[^:\s\p{Cc}](?:[^:\p{Cc}]*[^:\s\p{Cc}])?$/u.test(name)) {
      throw new Error(
        `"${name}" is not the name of a user. Leave out colons, control characters and spaces at the ends.`,
      );
    }
    const hash = await hashPassword(md5Form(password));
    await this.#writer.transaction(() => {
      const added = this.#writer.run(
        `insert into account (name, role, password, version, created_at) values (?, ?, ?, ?, ?)
         on conflict (name) do nothing`,
        name,
        role,
        hash,
        this.#nextVersion(),
        Date.now(),
      );
      if (added === 0) throw new Error(`The user ${name} is there already.`);
    });
    return password;
  }

  /**
   * Gives an account a new password; its tokens end.
   *
   * @returns the password, which is kept nowhere.
   * @throws Error for a name that is not there.
   */
  async renew(name: string): Promise<string> {
    const password = newSecret();
    const hash = await hashPassword(md5Form(password));
    await this.#writer.transaction(() => {
      const changed = this.#writer.run(
        "update account set password = ?, version = ? where name = ?",
        hash,
        this.#nextVersion(),
        name,
      );
      if (changed === 0) throw new Error(`There is no user ${name}.`);
      this.#writer.run("delete from token where account = ?", name);
    });
    return password;
  }

  /**
   * Removes an account with its tokens.
   *
   * @throws Error for a name that is not there.
   */
  async remove(name: string): Promise<void> {
    const removed = await this.#writer.transaction(() =>
      this.#writer.run("delete from account where name = ?", name),
    );
    if (removed === 0) throw new Error(`There is no user ${name}.`);
  }

  /** Grows over all accounts: one that is removed and added again is another one. */
  #nextVersion(): number {
    const row = this.#writer.one(
      `insert into counter (name, value) values ('account_version', 1)
       on conflict (name) do update set value = value + 1 returning value`,
    );
    return Number(row?.value);
  }
}

function accountOf({ name, role, password, version }: Row): StoredAccount {
  return {
    name: String(name),
    // The table takes no other.
    role: String(role) as Role,
    password: String(password),
    version: Number(version),
  };
}
