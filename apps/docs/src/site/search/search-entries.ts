import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { Page } from "../page.ts";

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

type Found = Omit<SearchEntry, "id">;

/** Everything of the static pages that can be found: each section under a heading, each parameter. */
export function searchEntries(pages: readonly Page[]): SearchEntry[] {
  return pages.flatMap(entriesOf).map((entry, id) => ({ id, ...entry }));
}

function entriesOf({ address, marks, content }: Page): Found[] {
  // What is not text: the name of the operation and its path.
  const names = [marks?.["data-operation"], marks?.["data-path"]].join(" ").trim();
  const whole: Found = { address, title: "", page: "", text: names };
  const entries = [whole];
  const add = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === "text") (entries.at(-1) ?? whole).text += node.value;
      if (node.type !== "element" || isAside(node)) continue;
      const title = titleOf(node);
      const { id } = node.properties;
      if (node.tagName === "h1") whole.title = words(textOf(node));
      if (title !== undefined && id !== undefined)
        entries.push({ address: `${address}#${id}`, title, page: whole.title, text: "" });
      if (!/^h[123]$/.test(node.tagName)) {
        add(node.children);
        (entries.at(-1) ?? whole).text += " ";
      }
    }
  };
  add(content);
  return entries.map((entry) => ({ ...entry, text: words(entry.text) }));
}

/** The words by which an element is a place of its own. */
function titleOf(node: Element): string | undefined {
  if (/^h[23]$/.test(node.tagName)) return words(textOf(node));
  const { dataParameter } = node.properties;
  return node.tagName === "li" && dataParameter ? String(dataParameter) : undefined;
}

/** What repeats the page or is not shown. */
function isAside({ tagName, properties }: Element): boolean {
  return tagName === "nav" || properties.hidden === true;
}

function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
