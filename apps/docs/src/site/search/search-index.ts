import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { addresses } from "../addresses.ts";
import type { Page } from "../page.ts";
import type { SiteFile } from "../site-file.ts";
import { type SearchWords, searchEntries } from "./search-entries.ts";

/** How the index is made; the reader's browser opens it with the same. */
export const searchOptions = {
  fields: ["title", "names", "page", "text", "code"],
  storeFields: ["address", "title", "page", "text", "weight"],
};

/** What stands between words, and where a name has parts: `setImage` is found by its whole and by each part. */
export const wordPatterns = {
  separators: "[\\s.,;:!?\"'`()\\[\\]{}<>=|/\\\\]+",
  parts: "[-_]|(?<=[a-z])(?=[A-Z])",
};

/** The words of a text, and the parts of those that have some. */
export function searchTerms(text: string): string[] {
  return text.split(new RegExp(wordPatterns.separators)).flatMap((word) => {
    const parts = word.split(new RegExp(wordPatterns.parts));
    return parts.length > 1 ? [word, ...parts] : [word];
  });
}

/** The index over all static pages, ready to be opened. */
export function searchIndex(
  pages: readonly Page[],
  words: SearchWords = loadSearchWords(),
): SiteFile {
  const index = new MiniSearch({ ...searchOptions, tokenize: searchTerms });
  index.addAll(searchEntries(pages, words));
  const content = JSON.stringify({ options: searchOptions, words: wordPatterns, index });
  return { path: addresses.searchIndex, content };
}

function loadSearchWords(): SearchWords {
  const file = new URL("../../../content/search-words.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as SearchWords;
}
