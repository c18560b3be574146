import { type HTMLElement, parse } from "node-html-parser";
import type { SiteFile } from "../site-file.ts";

/** One place of the site that can be found. */
export interface SearchEntry {
  id: number;
  /** From the root of the site, with its anchor. */
  address: string;
  title: string;
  /** The page it is on. */
  page: string;
  text: string;
}

/** Everything of the static pages that can be found: each section under a heading, each parameter. */
export function searchEntries(pages: readonly SiteFile[]): SearchEntry[] {
  return pages.flatMap(entriesOf).map((entry, id) => ({ id, ...entry }));
}

function entriesOf({ path, content }: SiteFile): Omit<SearchEntry, "id">[] {
  const main = parse(content, { blockTextElements: { pre: true } }).querySelector("main");
  const page = words(main?.querySelector("h1"));
  const address = path.replace(/index\.html$/, "");
  const entries: Omit<SearchEntry, "id">[] = [
    { address, title: page, page: "", text: names(main) },
  ];
  for (const node of main?.querySelectorAll(
    "h1, h2[id], h3[id], p, li, td, pre, [data-parameter][id]",
  ) ?? []) {
    const isHeading = /^H[123]$/.test(node.tagName);
    if (isHeading && node.id !== "") {
      entries.push({ address: `${address}#${node.id}`, title: words(node), page, text: "" });
    } else if (node.id.startsWith("parameter-")) {
      const title = words(node.querySelector(".name"));
      entries.push({ address: `${address}#${node.id}`, title, page, text: "" });
    }
    const last = entries.at(-1);
    if (!isHeading && last !== undefined && isLeaf(node)) last.text += ` ${words(node)}`;
  }
  return entries;
}

/** What is not text: the name of the operation and its path. */
function names(main: HTMLElement | null): string {
  return [main?.getAttribute("data-operation"), main?.getAttribute("data-path")].join(" ").trim();
}

function isLeaf(node: HTMLElement): boolean {
  return node.tagName === "PRE" || node.querySelector("p, li, pre") === null;
}

function words(node: HTMLElement | null | undefined): string {
  return (node?.text ?? "").replace(/\s+/g, " ").trim();
}
