/**
 * Whether a text is one of plain words and small numbers: `nowhere`, `ImageInfo`, `per-page`, `v2`. Credentials and
 * personal values rarely look like that, so a word may be shown where a document does not say what stands there.
 */
export function isPlain(text: string): boolean {
  // Groups of digits make up the number of a card or a phone.
  if (text === "" || text.length > 64 || text.replace(/\D/g, "").length > 6) return false;
  return text.split(/[-_. ]/).every((piece) => piece === "" || isWord(piece));
}

/** Whether a text is what standard headers are made of: words, versions, codes such as `utf-8`, `h2c` and `x86_64`. */
export function isToken(text: string): boolean {
  const pieces = text.toLowerCase().split(/[^\p{L}\p{N}]/u);
  return (
    text.length <= 80 &&
    pieces.every((it) => it === "" || /^\d{1,8}$|^[a-z]{1,6}\d{1,2}[a-z]?$/.test(it) || isWord(it))
  );
}

const consonants = /[bcdfghjklmnpqrstvwxz]{6}/i;

function isWord(piece: string): boolean {
  if (/^v?\d{1,4}$/.test(piece) || /^[A-Z]{1,3}$/.test(piece)) return true;
  if (/^[a-z]{1,20}$/.test(piece)) return !consonants.test(piece);
  const parts = piece.split(/(?=\p{Lu})/u);
  // Random letters have many short runs of one case, or many consonants in a row.
  return (
    parts.length <= 5 &&
    parts.filter((it) => it.length < 3).length <= 1 &&
    parts.every((it) => /^\p{Lu}?\p{Ll}{1,20}$/u.test(it)) &&
    !consonants.test(piece)
  );
}

/** What a text says once every layer of percent-encoding is off; `undefined` where there is no end to them. */
export function fullyDecoded(text: string): string | undefined {
  let decoded = text;
  for (let layer = 0; layer < 5; layer++) {
    if (!/%[0-9a-f]{2}/i.test(decoded)) return decoded;
    decoded = decodedOnce(decoded);
  }
  return undefined;
}

/** Percent-encoding off, once; bytes that are no UTF-8 count as Latin-1, so that nothing hides behind them. */
export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

/** A name or a value of a query, as forms encode it. */
export function formDecoded(text: string): string {
  return decodedOnce(text.replaceAll("+", " "));
}

/** Whether a text of any form may hold an address, a further name with a value, an e-mail address, a number to call. */
export function isHarmless(text: string): boolean {
  const decoded = fullyDecoded(text);
  return (
    decoded !== undefined &&
    !/[=@?&#<>"\\\p{Cc}]|\/\//u.test(decoded) &&
    !/^[+(]?\d[\d\s()./-]{5,}$/.test(decoded.trim()) &&
    !/\beyJ|^\s*(?:basic|bearer|digest|negotiate)\s/i.test(decoded)
  );
}
