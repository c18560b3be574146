import type { Code, Link } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { addresses, link } from "../addresses.ts";
import type { Html } from "../html.ts";
import { markdownNodes, parseMarkdown } from "../markdown.ts";
import { type Site, wordLinks } from "../site.ts";
import { filledBlock } from "./blocks.ts";
import type { Guide } from "./guide.ts";

/** A link of a guide to a place on another page, to be checked when every page is there. */
export interface PlaceLink {
  /** File and line of the link. */
  source: string;
  /** The page's address, from the root of the site. */
  address: string;
  anchor: string;
}

/**
 * Makes a guide part of a page. `op:`, `error:`, `guide:`, `api:` and `page:` in front of a link's target name a page of
 * this site; `sample` and `answer` blocks are filled from the samples and the documents.
 *
 * @throws Error where a target does not exist, with file and line.
 */
export function renderGuide(site: Site, guide: Guide): { content: Html; links: PlaceLink[] } {
  const from = addresses.guide(guide.name);
  const tree = parseMarkdown(guide.body);
  const links: PlaceLink[] = [];
  visit(tree, (node) => {
    const source = `${guide.path}:${guide.bodyLine + (node.position?.start.line ?? 1) - 1}`;
    if (node.type === "code") fillBlock(site, node, source);
    if (node.type === "heading") node.data = { hProperties: { id: slug(textOf(node)) } };
    if (node.type === "link") links.push(...resolveLink(site, from, node, source));
  });
  return { content: markdownNodes(tree, wordLinks(site, from)), links };
}

/** The anchor of a heading: its words in lower case, joined by hyphens. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function fillBlock(site: Site, block: Code, source: string): void {
  try {
    const filled = filledBlock(site, [block.lang, block.meta].filter(Boolean).join(" "));
    if (filled !== undefined) Object.assign(block, { lang: filled.language, value: filled.text });
  } catch (error) {
    throw new Error(`${source}: ${error instanceof Error ? error.message : error}`);
  }
}

function resolveLink(site: Site, from: string, node: Link, source: string): PlaceLink[] {
  const place = placeOf(site, from, node.url, source);
  if (place === undefined) return [];
  node.url = link(from, place.address) + (place.anchor && `#${place.anchor}`);
  return [{ source, ...place }];
}

/** The page a target names; nothing for an address outside the site. */
function placeOf(
  site: Site,
  from: string,
  target: string,
  source: string,
): { address: string; anchor: string } | undefined {
  if (/^https?:\/\//.test(target)) return undefined;
  const [whole = "", anchor = ""] = target.split("#", 2);
  if (whole === "") return { address: from, anchor };
  const [, kind = "", name = ""] = /^(\w+):(.*)$/.exec(whole) ?? [];
  const address = pageFinders[kind]?.(site, name);
  if (address === undefined) {
    throw new Error(
      `${source}: "${target}" leads to nothing. A link names op:<operationId>, error:<code or condition>, ` +
        "guide:<name>, api:<name>, page:<errors, disagreements, inferred, guides, landing, llms>, or a whole address.",
    );
  }
  return { address, anchor };
}

const pages: Record<string, string> = {
  errors: addresses.errors,
  disagreements: addresses.disagreements,
  inferred: addresses.inferred,
  guides: addresses.guides,
  landing: addresses.landing,
  llms: addresses.llms,
};

const pageFinders: Record<string, (site: Site, name: string) => string | undefined> = {
  op: (site, name) =>
    site.apis.some((api) => api.operations.some(({ operationId }) => operationId === name))
      ? addresses.operation(name)
      : undefined,
  error: (site, name) =>
    site.errors.some(({ key }) => key === name) ? addresses.error(name) : undefined,
  guide: (site, name) =>
    site.guides.some((guide) => guide.name === name) ? addresses.guide(name) : undefined,
  api: (site, name) =>
    site.apis.some((api) => api.name === name) ? addresses.reference(name) : undefined,
  page: (_site, name) => pages[name],
};
