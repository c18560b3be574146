import type { Database } from "../database/database.ts";
import { hashSecret, newSecret } from "./password.ts";

/**
 * What a token is sent as: `oauth` in the header of Capillary, `bearer`, `ticket` and `app` as SuperOffice has them,
 * `session` in its cookie, together with an XSRF value.
 */
export type TokenKind = "oauth" | "bearer" | "ticket" | "app" | "session";

export const tokenKinds: readonly TokenKind[] = ["oauth", "bearer", "ticket", "app", "session"];

/** A token that is good now. */
export interface KnownToken {
  readonly account: string;
  /** The hash of what must be sent with it; `undefined` where it is enough alone. */
  readonly companion: string | undefined;
}

/** A token at the only time that it is there in clear. */
export interface NewToken {
  readonly token: string;
  /** The XSRF value of a session. */
  readonly companion: string | undefined;
}

/** The tokens of a data folder, as hashes. */
export class Tokens {
  readonly #writer: Database;
  readonly #reader: Database;

  constructor({ writer, reader }: { writer: Database; reader: Database }) {
    this.#writer = writer;
    this.#reader = reader;
  }

  /**
   * Issues a token.
   *
   * @param seconds how long it is good.
   * @throws Error for an account that is not there.
   */
  async issue(kind: TokenKind, account: string, seconds: number): Promise<NewToken> {
    const token = newSecret();
    const companion = kind === "session" ? newSecret() : undefined;
    const now = Date.now();
    await this.#writer.transaction(() => {
      if (this.#writer.one("select 1 from account where name = ?", account) === undefined) {
        throw new Error(`There is no user ${account}.`);
      }
      this.#writer.run("delete from token where expires_at <= ?", now);
      this.#writer.run(
        "insert into token (hash, kind, account, companion, expires_at) values (?, ?, ?, ?, ?)",
        hashSecret(token),
        kind,
        account,
        companion === undefined ? null : hashSecret(companion),
        now + seconds * 1000,
      );
    });
    return { token, companion };
  }

  /** A token that was issued as this kind and has not expired; `undefined` for any other. */
  find(kind: TokenKind, token: string): KnownToken | undefined {
    const row = this.#reader.one(
      "select account, companion from token where hash = ? and kind = ? and expires_at > ?",
      hashSecret(token),
      kind,
      Date.now(),
    );
    if (row === undefined) return undefined;
    const companion = row.companion === null ? undefined : String(row.companion);
    return { account: String(row.account), companion };
  }
}
