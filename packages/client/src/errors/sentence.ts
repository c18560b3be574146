/** A text that others wrote, as the end of a sentence: runtimes end their messages with a full stop, or do not. */
export function sentence(text: string): string {
  const words = text.trimEnd();
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
