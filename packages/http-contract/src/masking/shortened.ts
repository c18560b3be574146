/** A text short enough to keep five hundred of. */
export function shortened(text: string, most = 300): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** As many sentences of one kind as a line of the journal has. */
const maxSentences = 50;

/** Sentences for the journal: of many the first, of long ones the beginning. */
export function fewSentences(sentences: readonly string[]): string[] {
  return sentences.slice(0, maxSentences).map(shortSentence);
}

/** A sentence for the journal; it may name what a client sent. */
export function shortSentence(text: string): string {
  return shortened(text, 1000);
}
