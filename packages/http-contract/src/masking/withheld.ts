/** What stands in place of a value that is not shown. */
export const mask = "***";

/** Shorter texts occur in any sentence. */
const shortest = 3;

/** What of a request is not shown, so that no sentence about the request repeats it either. */
export class Withheld {
  readonly #shownAs = new Map<string, string>();
  readonly #known: ReadonlySet<string>;

  /** @param known texts of the document itself, which any sentence may hold. */
  constructor(known: ReadonlySet<string> = new Set()) {
    this.#known = known;
  }

  /** Withholds texts that say the same, and returns what stands for them. */
  hide(...texts: string[]): string {
    for (const text of texts) this.replace(text, mask);
    return mask;
  }

  /** Shows a text in another form, and returns that. */
  replace(text: string, shown: string): string {
    if (text === shown || text.length < shortest) return shown;
    // Sentences have some names in lower case.
    for (const spelled of [text, text.toLowerCase()]) {
      if (!this.#known.has(spelled)) this.#shownAs.set(spelled, shown);
    }
    return shown;
  }

  /** Sentences without what is withheld; of a long one the beginning. */
  without(sentences: readonly string[]): string[] {
    // What holds another text goes first: a path before its segments.
    const all = [...this.#shownAs].sort(([a], [b]) => b.length - a.length);
    const long = all.filter(([text]) => text.length > margin);
    return sentences.map((sentence) => {
      const rest = replacedAll(sentence, long);
      if (rest.length <= longest) return replacedAll(rest, all);
      // A text that the cut went through is within the margin behind it.
      return `${replacedAll(rest.slice(0, longest), all).slice(0, -margin)}…`;
    });
  }
}

/** A client can send thousands of values and have them in a sentence; no more than this is looked through. */
const longest = 3000;
const margin = 1000;

function replacedAll(sentence: string, texts: readonly [text: string, shown: string][]): string {
  return texts.reduce(
    (rest, [text, shown]) => (rest.includes(text) ? replaced(rest, text, shown) : rest),
    sentence,
  );
}

/** Replaces a text where it stands by itself, and not within a word. */
function replaced(sentence: string, text: string, shown: string): string {
  const [first = "", ...pieces] = sentence.split(text);
  let last = first;
  return pieces.reduce((done, piece) => {
    const isWithin = isOfWord(last.at(-1)) && isOfWord(text[0]);
    const goesOn = isOfWord(text.at(-1)) && isOfWord(piece[0]);
    last = piece === "" ? text : piece;
    return `${done}${isWithin || goesOn ? text : shown}${piece}`;
  }, first);
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
