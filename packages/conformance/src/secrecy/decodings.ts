import { decodeHTML } from "entities";

/** Reads a text in one way that programs write texts; one reading may have several beginnings. */
type Decoder = (text: string, shortest: number) => readonly string[];

/**
 * Everything a text says when it is decoded again and again: escapes of JSON, HTML, URLs and quoted-printable, hex,
 * base64 and base64url at every alignment, numbers of characters. What a decoder does not understand stays where it
 * is, so that a text is found in the middle of another.
 *
 * @param depth How many encodings may be nested.
 * @param shortest The length of the shortest text that is looked for; shorter pieces are not decoded.
 * @returns The text itself first. A generator: whoever finds something may stop.
 */
export function* decodings(text: string, depth: number, shortest: number): Generator<string> {
  const seen = new Set([text]);
  let layer = [text];
  yield text;
  for (let level = 0; level < depth; level += 1) {
    const next: string[] = [];
    for (const decoded of layer) {
      for (const decode of decoders) {
        for (const it of decode(decoded, shortest)) {
          if (seen.has(it)) continue;
          seen.add(it);
          next.push(it);
          yield it;
        }
      }
    }
    layer = next;
  }
}

const backslashes: Decoder = (text) => [
  text.replace(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2})|([0-7]{2,3})|([^ux]))/gi,
    (whole, point, unit, long, byte, octal, other) => {
      const hex = point ?? unit ?? long ?? byte;
      if (hex !== undefined) return character(Number.parseInt(hex, 16)) ?? whole;
      if (octal !== undefined) return character(Number.parseInt(octal, 8)) ?? whole;
      return controls[other] ?? other;
    },
  ),
];

const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The names of entities in lower case as well: a text may have lost its case. */
const entities: Decoder = (text) => [
  decodeHTML(text),
  decodeHTML(text.replace(/&[a-z]+;/gi, (entity) => entity.toLowerCase())),
];

const percents: Decoder = (text) => {
  const bytes = (it: string) =>
    it
      .replace(/%u([0-9a-f]{4})/gi, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)))
      .replace(/(?:%[0-9a-f]{2})+/gi, (run) => inBytes(run.replaceAll("%", ""), "hex"));
  return [bytes(text), bytes(text.replaceAll("+", " "))];
};

const quotedPrintable: Decoder = (text) => [
  text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/(?:=[0-9a-f]{2})+/gi, (run) => inBytes(run.replaceAll("=", ""), "hex")),
];

const hex: Decoder = (text, shortest) => {
  const runs = new RegExp(`[0-9a-f]{${2 * shortest},}`, "gi");
  const joined = text.replace(/0x|[\s:,;._-]/gi, "");
  return [text, joined].flatMap((it) =>
    [0, 1].map((skipped) => it.replace(runs, (run) => inBytes(run.slice(skipped), "hex"))),
  );
};

const base64: Decoder = (text, shortest) => {
  const runs = new RegExp(`[\\w+/-]{${Math.ceil((4 * shortest) / 3)},}`, "g");
  const joined = text.replace(/\s/g, "");
  return [text, joined].flatMap((it) =>
    [0, 1, 2, 3].map((skipped) =>
      it.replace(runs, (run) => inBytes(run.slice(skipped), "base64url")),
    ),
  );
};

/** The numbers of characters in a list, as a program shows bytes. */
const numbers: Decoder = (text, shortest) => {
  const lists = new RegExp(`(?:\\b\\d{1,7}\\b[^\\d\\p{L}]{1,8}){${shortest - 1},}\\d{1,7}`, "gu");
  return [
    text.replace(lists, (list) =>
      (list.match(/\d+/g) ?? []).map((it) => character(Number(it)) ?? it).join(""),
    ),
  ];
};

const decoders: readonly Decoder[] = [
  backslashes,
  entities,
  percents,
  quotedPrintable,
  hex,
  base64,
  numbers,
];

/** Without the zero bytes that UTF-16 has between letters. */
function inBytes(encoded: string, encoding: "hex" | "base64url"): string {
  return new TextDecoder().decode(Buffer.from(encoded, encoding)).replaceAll("\0", "");
}

function character(point: number): string | undefined {
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
