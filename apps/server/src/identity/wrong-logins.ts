/** Wrong logins of one user from one address. */
interface Count {
  wrong: number;
  /** When the next one is looked at, in milliseconds of `now`. */
  until: number;
}

/** So many are free: whoever mistypes a password does not wait. */
const free = 5;
const longestWait = 60_000;
const mostKept = 10_000;

/** Slows down whoever guesses passwords, by user and address. Others of the same user go on. */
export class WrongLogins {
  readonly #counts = new Map<string, Count>();
  readonly #now: () => number;

  /** @param now a clock in milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** As many milliseconds must pass before a login is looked at; 0 for at once. */
  waitOf(user: string, address: string): number {
    const count = this.#counts.get(keyOf(user, address));
    return Math.max(0, (count?.until ?? 0) - this.#now());
  }

  /** Takes note of a wrong one: from the sixth on, each doubles the wait, up to a minute. */
  failed(user: string, address: string): void {
    const key = keyOf(user, address);
    const wrong = (this.#counts.get(key)?.wrong ?? 0) + 1;
    const wait = wrong <= free ? 0 : Math.min(longestWait, 1000 * 2 ** (wrong - free - 1));
    // The one that failed last is forgotten last.
    this.#counts.delete(key);
    this.#counts.set(key, { wrong, until: this.#now() + wait });
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= mostKept) break;
      this.#counts.delete(oldest);
    }
  }

  /** Forgets the wrong ones: the user knows the password. */
  succeeded(user: string, address: string): void {
    this.#counts.delete(keyOf(user, address));
  }
}

function keyOf(user: string, address: string): string {
  return JSON.stringify([user.slice(0, 200), address]);
}
