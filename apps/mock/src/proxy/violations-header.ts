/** The header of a response that says which rules of the documents the exchange breaks, as a JSON list. */
export const violationsHeader = "X-Contract-Violations";

/** Node's clients take 16 KB of headers in all. */
const maxCharacters = 4000;

/** ASCII, as headers have it, and short enough for any client. */
export function violationsValue(violations: readonly string[]): string {
  const kept: string[] = [];
  let length = 2;
  for (const violation of violations) {
    length += ascii(violation).length + 1;
    if (length > maxCharacters) break;
    kept.push(violation);
  }
  return ascii(kept);
}

function ascii(value: unknown): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
