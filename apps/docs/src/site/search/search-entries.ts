import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { addresses } from "../addresses.ts";
import type { Page } from "../page.ts";

/** One place of the site that can be found. */
export interface SearchEntry {
  id: number;
  /** From the root of the site, with its anchor. */
  address: string;
  title: string;
  /** What else readers call it: an operation's id and path, a code, the words of `content/search-words.json`. */
  names: string;
  /** The page it is on. */
  page: string;
  /** What it says, for the lines below a hit. */
  text: string;
  /** Its blocks of code. */
  code: string;
  /** How much more likely it is meant than a plain section, which has 1. */
  weight: number;
}

/** Further words by which readers look for a place, by its address from the root of the site. */
export type SearchWords = Readonly<Record<string, string>>;

type Found = Omit<SearchEntry, "id">;

/**
 * Everything of the static pages that can be found: each section under a heading, each parameter.
 *
 * @throws Error where words are given for a place that is not there.
 */
export function searchEntries(pages: readonly Page[], words: SearchWords = {}): SearchEntry[] {
  const entries = pages.flatMap(entriesOf).map((entry, id) => ({ id, ...entry }));
  for (const [address, more] of Object.entries(words)) {
    const entry = entries.find((it) => it.address === address);
    if (entry === undefined)
      throw new Error(`content/search-words.json: there is no place "${address}" on the site.`);
    entry.names = `${entry.names} ${more}`.trim();
  }
  return entries;
}

/** Pages that argue about sources name everything, and are seldom what is looked for. */
const weights: Readonly<Record<string, number>> = {
  [addresses.disagreements]: 0.3,
  [addresses.inferred]: 0.3,
  [addresses.guide("changelog")]: 0.5,
};

function entriesOf({ address, marks, content }: Page): Found[] {
  // What is not text: the name of the operation and its path, and the code of an error.
  const error = marks?.["data-error"] && `error ${marks["data-error"]}`;
  const known = [marks?.["data-operation"], marks?.["data-path"], error];
  const names = known.filter(Boolean).join(" ");
  // What an operation or an error is, is asked for more often than a part of it.
  const weight = weights[address] ?? 1;
  const own = names === "" ? 1.5 : 2.25;
  const whole: Found = {
    address,
    title: "",
    names,
    page: "",
    text: "",
    code: "",
    weight: weight * own,
  };
  const entries = [whole];
  const add = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === "text") (entries.at(-1) ?? whole).text += node.value;
      if (node.type !== "element" || isAside(node)) continue;
      const title = titleOf(node);
      const { id } = node.properties;
      if (node.tagName === "h1") whole.title = words(textOf(node));
      if (title !== undefined && id !== undefined)
        entries.push({
          address: `${address}#${id}`,
          title,
          names: "",
          page: whole.title,
          text: "",
          code: "",
          weight,
        });
      if (node.tagName === "pre") (entries.at(-1) ?? whole).code += ` ${textOf(node)}`;
      else if (!/^h[123]$/.test(node.tagName)) {
        add(node.children);
        (entries.at(-1) ?? whole).text += " ";
      }
    }
  };
  add(content);
  return entries.map((entry) => ({
    ...entry,
    text: words(entry.text),
    code: words(entry.code),
  }));
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
