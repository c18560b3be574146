import fc from "fast-check";

/** One way to write a text. */
export interface Spelling {
  name: string;
  write: (text: string) => string;
}

const bytes = (text: string) => Buffer.from(text);
const units = (text: string) => text.split("");
const points = (text: string) => [...text].map((it) => it.codePointAt(0) ?? 0);
const hex = (point: number, length = 2) => point.toString(16).padStart(length, "0");

/** Encodes the text between others, so that its beginning falls on any place of a group. */
const between =
  (write: (bytes: Buffer) => string, before: string, after: string) => (text: string) =>
    write(bytes(before + text + after));

const named: Readonly<Record<string, string>> = {
  "=": "&equals;",
  "/": "&sol;",
  ":": "&colon;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  ".": "&period;",
  _: "&lowbar;",
};

/** Every spelling by its name. */
export const spellings: readonly Spelling[] = [
  { name: "plain", write: (text) => text },
  { name: "upper case", write: (text) => text.toUpperCase() },
  { name: "JSON", write: (text) => JSON.stringify(text).slice(1, -1) },
  {
    name: "JSON \\u",
    write: (text) =>
      units(text)
        .map((it) => `\\u${hex(it.charCodeAt(0), 4)}`)
        .join(""),
  },
  {
    name: "JSON \\U",
    write: (text) =>
      units(text)
        .map((it) => `\\u${hex(it.charCodeAt(0), 4).toUpperCase()}`)
        .join(""),
  },
  { name: "\\x", write: (text) => [...bytes(text)].map((it) => `\\x${hex(it)}`).join("") },
  {
    name: "octal",
    write: (text) => [...bytes(text)].map((it) => `\\${it.toString(8).padStart(3, "0")}`).join(""),
  },
  {
    name: "&#x;",
    write: (text) =>
      points(text)
        .map((it) => `&#x${hex(it)};`)
        .join(""),
  },
  {
    name: "&#X without ;",
    write: (text) =>
      points(text)
        .map((it) => `&#X${hex(it).toUpperCase()}`)
        .join(""),
  },
  {
    name: "&#;",
    write: (text) =>
      points(text)
        .map((it) => `&#${it};`)
        .join(""),
  },
  {
    name: "&# without ;",
    write: (text) =>
      points(text)
        .map((it) => `&#${it}`)
        .join(""),
  },
  {
    name: "named entities",
    write: (text) =>
      units(text)
        .map((it) => named[it] ?? it)
        .join(""),
  },
  { name: "percent", write: (text) => [...bytes(text)].map((it) => `%${hex(it)}`).join("") },
  {
    name: "PERCENT",
    write: (text) => [...bytes(text)].map((it) => `%${hex(it).toUpperCase()}`).join(""),
  },
  { name: "URI component", write: encodeURIComponent },
  {
    name: "quoted-printable",
    write: (text) => [...bytes(text)].map((it) => `=${hex(it).toUpperCase()}`).join(""),
  },
  { name: "hex", write: (text) => bytes(text).toString("hex") },
  { name: "HEX", write: (text) => bytes(text).toString("hex").toUpperCase() },
  { name: "hex with colons", write: (text) => [...bytes(text)].map((it) => hex(it)).join(":") },
  { name: "hex of UTF-16", write: (text) => Buffer.from(text, "utf16le").toString("hex") },
  ...["", "a", "ab"].flatMap((before) => [
    {
      name: `base64 after ${before.length}`,
      write: between((it) => it.toString("base64"), before, ""),
    },
    {
      name: `base64url after ${before.length}`,
      write: between((it) => it.toString("base64url"), before, "z"),
    },
    {
      name: `base64 without = after ${before.length}`,
      write: between((it) => it.toString("base64").replace(/=+$/, ""), before, ""),
    },
  ]),
  { name: "base64 of UTF-16", write: (text) => Buffer.from(text, "utf16le").toString("base64") },
  {
    name: "base64 in lines",
    write: (text) => bytes(text).toString("base64").replace(/.{5}/g, "$&\r\n"),
  },
  { name: "numbers", write: (text) => JSON.stringify([...bytes(text)]) },
];

/** A spelling, or one within another. */
export const anySpelling: fc.Arbitrary<Spelling> = fc
  .array(fc.constantFrom(...spellings), { minLength: 1, maxLength: 2 })
  .map((all) => ({
    name: all.map(({ name }) => name).join(" in "),
    write: (text) => all.reduce((written, { write }) => write(written), text),
  }));
