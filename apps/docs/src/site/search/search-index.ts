import MiniSearch from "minisearch";
import { addresses } from "../addresses.ts";
import type { Page } from "../page.ts";
import type { SiteFile } from "../site-file.ts";
import { searchEntries } from "./search-entries.ts";

/** How the index is made; the reader's browser opens it with the same. */
export const searchOptions = {
  fields: ["title", "page", "text"],
  storeFields: ["address", "title", "page"],
};

/** The index over all static pages, ready to be opened. */
export function searchIndex(pages: readonly Page[]): SiteFile {
  const index = new MiniSearch(searchOptions);
  index.addAll(searchEntries(pages));
  const content = JSON.stringify({ options: searchOptions, index });
  return { path: addresses.searchIndex, content };
}
