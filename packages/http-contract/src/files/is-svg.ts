/** What may stand before the root of an XML document: how it begins, and how it ends. */
const prologue: readonly (readonly [start: string, end: string])[] = [
  ["<!--", "-->"],
  ["<?", "?>"],
];

/** Whether an XML document has an `svg` element as its root. Every character is looked at once. */
export function isSvg(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  let at = spaceEnd(text, 0);
  for (;;) {
    const end = miscEnd(text, at);
    if (end === undefined) break;
    if (end < 0) return false;
    at = spaceEnd(text, end);
  }
  return /^<(?:[\w-]+:)?svg[\s/>]/.test(text.slice(at, at + 100));
}

/** Where a comment, an instruction or the document type that begins at `at` ends; -1 where the text ends before. */
function miscEnd(text: string, at: number): number | undefined {
  for (const [start, end] of prologue) {
    if (text.startsWith(start, at)) return endOf(text, end, at + start.length);
  }
  if (!/^<!doctype\b/i.test(text.slice(at, at + 10))) return undefined;
  const close = text.indexOf(">", at);
  const subset = text.indexOf("[", at);
  if (subset < 0 || (close >= 0 && close < subset)) return close < 0 ? -1 : close + 1;
  const subsetEnd = text.indexOf("]", subset);
  return subsetEnd < 0 ? -1 : endOf(text, ">", subsetEnd);
}

function endOf(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}

function spaceEnd(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}
