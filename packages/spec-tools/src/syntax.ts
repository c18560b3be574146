import { perFile, type TextFile, yamlFile } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";
import { locationOfIndex } from "./location.ts";

/** What a file is that is not YAML: a character, a place, words. */
interface Slip {
  index: number;
  message: string;
}

/**
 * What is not YAML at all. Nothing else can be said of such a file, so a slip that has a name (a tab, a conflict of Git, a
 * quote without an end) is told alone; what a parser makes of the rest follows from it.
 */
export const syntaxErrors = perFile((source): Finding[] => {
  const slips = namedSlips(source);
  const found =
    slips.length > 0 ? slips : yamlFile(source).document.errors.slice(0, 1).map(parserSlip);
  return found.map(({ index, message }) => ({
    ...locationOfIndex(source, index),
    severity: "error",
    rule: "yaml",
    message,
    page: undefined,
  }));
});

function parserSlip({ message, pos }: { message: string; pos: [number, number] }): Slip {
  return { index: pos[0], message: message.split(" at line ")[0] ?? message };
}

function namedSlips(source: TextFile): Slip[] {
  return [
    ...links(source),
    ...conflicts(source),
    ...strangeBytes(source),
    ...tabs(source),
    ...quotes(source),
  ].slice(0, 1);
}

function links({ isLink }: TextFile): Slip[] {
  const message =
    "This is a symbolic link, which Git and Windows do not always carry. Put the file itself here.";
  return isLink === true ? [{ index: 0, message }] : [];
}

/** The first of the three marks; the others belong to it. */
function conflicts({ text }: TextFile): Slip[] {
  return first(
    /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/m,
    text,
    "This is a conflict of Git. Keep one of the two sides, and delete the marks.",
  );
}

/** A byte of another encoding is read as the character U+FFFD. */
function strangeBytes({ text }: TextFile): Slip[] {
  return first(
    /\uFFFD/,
    text,
    "This byte is not UTF-8: the file was saved in another encoding, such as Latin-1. Save it as UTF-8.",
  );
}

/** A tab that indents; inside a text it is one of its characters. */
function tabs(source: TextFile): Slip[] {
  const { document } = yamlFile(source);
  if (document.errors.length === 0) return [];
  return first(
    /(?<=^ *)\t/m,
    source.text,
    "A tab stands here. YAML is indented with spaces: replace the tab with two of them.",
  );
}

/** Where the quote starts, not where the file ends. */
function quotes(source: TextFile): Slip[] {
  const error = yamlFile(source).document.errors.find(({ message }) =>
    /Missing closing/.test(message),
  );
  if (error === undefined) return [];
  const quote = /Missing closing (["'])/.exec(error.message)?.[1] ?? '"';
  const start = startOfQuote(source.text, error.pos[0], quote);
  return [
    {
      index: start,
      message: `The quote that starts here has no end. Write ${quote} behind the last word, or delete this one.`,
    },
  ];
}

function startOfQuote(text: string, before: number, quote: string): number {
  const lines = text.slice(0, before + 1);
  const found = [...lines.matchAll(new RegExp(`(?<=[:,\\\\[{-] )${quote}`, "g"))].at(-1);
  return found?.index ?? before;
}

function first(pattern: RegExp, text: string, message: string): Slip[] {
  const index = text.search(pattern);
  return index < 0 ? [] : [{ index, message }];
}
