import { createHmac, randomBytes } from "node:crypto";
import { Problem } from "@image-apis/http-contract";
import type { Account, Accounts, StoredAccount } from "./accounts.ts";
import { hashPassword, isPassword } from "./password.ts";
import { WrongLogins } from "./wrong-logins.ts";

/** A password that was right. */
interface Verified {
  readonly version: number;
  readonly until: number;
}

const keptMilliseconds = 60_000;
const mostKept = 1000;

/** Checks users with their passwords. A right one is remembered for a minute, so that not every call takes scrypt. */
export class Logins {
  readonly #accounts: Accounts;
  readonly #wrong: WrongLogins;
  readonly #verified = new Map<string, Verified>();
  readonly #key = randomBytes(32);
  /** The same login many times at once is looked at once. */
  readonly #underWay = new Map<string, Promise<Account | undefined>>();
  /** An unknown user takes as long as a known one. */
  #nobody: Promise<string> | undefined;

  constructor(accounts: Accounts, wrong = new WrongLogins()) {
    this.#accounts = accounts;
    this.#wrong = wrong;
  }

  /**
   * The account of a user and a password in its MD5 form; `undefined` for a wrong one.
   *
   * @param address of the client.
   * @throws Problem 429 where wrong ones came before.
   */
  async account(user: string, md5: string, address: string): Promise<Account | undefined> {
    const found = this.#accounts.find(user);
    const key = createHmac("sha256", this.#key)
      .update(JSON.stringify([user, md5]))
      .digest("hex");
    const verified = this.#verified.get(key);
    const isFresh = verified !== undefined && verified.until > Date.now();
    if (isFresh && found?.version === verified.version) return found;
    const underWay = this.#underWay.get(key);
    if (underWay !== undefined) return underWay;
    const checked = this.#checked(user, md5, address, found).finally(() => {
      this.#underWay.delete(key);
    });
    this.#underWay.set(key, checked);
    const account = await checked;
    if (account !== undefined) this.#remember(key, account.version);
    return account;
  }

  async #checked(
    user: string,
    md5: string,
    address: string,
    found: StoredAccount | undefined,
  ): Promise<Account | undefined> {
    const wait = this.#wrong.waitOf(user, address);
    if (wait > 0) throw tooManyWrong(wait);
    // Noted before it is known to be wrong: many guesses at once are as slow as one after the other.
    this.#wrong.failed(user, address);
    this.#nobody ??= hashPassword("");
    const isRight = await isPassword(md5, found?.password ?? (await this.#nobody));
    if (found === undefined || !isRight) return undefined;
    this.#wrong.succeeded(user, address);
    return found;
  }

  #remember(key: string, version: number): void {
    this.#verified.delete(key);
    this.#verified.set(key, { version, until: Date.now() + keptMilliseconds });
    for (const oldest of this.#verified.keys()) {
      if (this.#verified.size <= mostKept) break;
      this.#verified.delete(oldest);
    }
  }
}

function tooManyWrong(milliseconds: number): Problem {
  const seconds = Math.ceil(milliseconds / 1000);
  const time = seconds === 1 ? "a second" : `${seconds} seconds`;
  return new Problem(429, `Too many wrong logins. Try again in ${time}.`, {
    headers: { "Retry-After": String(seconds) },
  });
}
