/**
 * What is wrong with a text that is not JSON, without any of the text: it may hold credentials, and the sentence goes
 * into the journal.
 */
export function jsonFault({ message }: Error): string {
  if (/end of JSON input|Unterminated/.test(message)) return "it ends too early";
  const place = /line \d+ column \d+/.exec(message)?.[0];
  return `it is malformed${place === undefined ? "" : ` at ${place}`}`;
}
