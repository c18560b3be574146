import { decodings } from "./decodings.ts";

/** Two encodings around a secret, and the JSON in which a report writes it. */
const depth = 3;

/** More readings than any harmless text of this length has. */
const maxReadings = 5000;

/** A server that issues more is looked through no further; its texts are not repeated anyway. */
const maxSecrets = 500;

/** The secrets of a run, and whether a text tells one of them. */
export class Secrets {
  readonly #forms = new Set<string>();
  readonly #known = new Map<string, boolean>();

  /** @param secrets The ones that are known from the start. */
  constructor(secrets: readonly string[]) {
    for (const secret of secrets) this.#add(secret);
  }

  /** Adds one that the server issued; beyond some hundreds no more are noted. */
  learn(secret: string): void {
    if (this.#forms.size < maxSecrets) this.#add(secret);
  }

  /**
   * Whether a text contains a secret, in any case and in any decoding. In doubt it does. For short texts: a text takes
   * time by its length.
   */
  areToldBy(text: string): boolean {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const told = this.#areFoundIn(text);
    this.#known.set(text, told);
    return told;
  }

  /** Whether a text is a part of a secret, or contains one in any decoding. */
  areHintedAtBy(text: string): boolean {
    const form = formOf(text);
    return [...this.#forms].some((it) => it.includes(form)) || this.areToldBy(text);
  }

  /** An empty one is none. */
  #add(secret: string): void {
    const form = formOf(secret);
    if (form === "" || this.#forms.has(form)) return;
    this.#forms.add(form);
    this.#known.clear();
  }

  #areFoundIn(text: string): boolean {
    if (this.#forms.size === 0) return false;
    const shortest = Math.min(...[...this.#forms].map((it) => it.length));
    let readings = 0;
    for (const reading of decodings(text, depth, Math.max(shortest, 2))) {
      readings += 1;
      if (readings > maxReadings) return true;
      const form = formOf(reading);
      for (const secret of this.#forms) if (form.includes(secret)) return true;
    }
    return false;
  }
}

/** Without case, wide letters, and the characters that nobody sees: zero bytes of UTF-16 among them. */
function formOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .toLowerCase();
}
