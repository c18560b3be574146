import MarkdownIt from "markdown-it";
import { addresses, link } from "../addresses.ts";
import { type Html, raw } from "../html.ts";
import { type Site, wordLinks } from "../site.ts";
import { type Block, filledBlock } from "./blocks.ts";
import type { Guide } from "./guide.ts";

type Token = ReturnType<typeof renderer.parse>[number];

/** A link of a guide to a place on another page, to be checked when every page is there. */
export interface PlaceLink {
  /** File and line of the link. */
  source: string;
  /** The page's address, from the root of the site. */
  address: string;
  anchor: string;
}

const renderer = new MarkdownIt({ html: false });
// Targets such as op:getCustomer are not addresses yet.
renderer.validateLink = () => true;
renderer.renderer.rules.table_open = () =>
  '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>\n';
renderer.renderer.rules.table_close = () => "</table></div>\n";
renderer.renderer.rules.fence = (tokens, index) => {
  const { info = "", content = "" } = tokens[index] ?? {};
  const language = renderer.utils.escapeHtml(info.trim());
  const text = renderer.utils.escapeHtml(content.replace(/\n$/, ""));
  return `<pre data-copy data-language="${language}">${text}</pre>\n`;
};

/**
 * Renders a guide. `op:`, `error:`, `guide:`, `api:` and `page:` in front of a link's target name a page of this
 * site; `sample` and `answer` blocks are filled from the samples and the documents.
 *
 * @throws Error where a target does not exist, with file and line.
 */
export function renderGuide(site: Site, guide: Guide): { html: Html; links: PlaceLink[] } {
  const from = addresses.guide(guide.name);
  const tokens = renderer.parse(guide.body, {});
  const links: PlaceLink[] = [];
  let line = guide.bodyLine;
  for (const [i, token] of tokens.entries()) {
    line = guide.bodyLine + (token.map?.[0] ?? line - guide.bodyLine);
    const source = `${guide.path}:${line}`;
    if (token.type === "fence") fillBlock(site, token, source);
    if (token.type === "heading_open") token.attrSet("id", slug(tokens[i + 1]?.content ?? ""));
    if (token.type === "inline") links.push(...resolveLinks(site, guide, from, token, line));
  }
  return { html: raw(renderer.renderer.render(tokens, renderer.options, {})), links };
}

/** The anchor of a heading: its words in lower case, joined by hyphens. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function fillBlock(site: Site, token: Token, source: string): void {
  let block: Block | undefined;
  try {
    block = filledBlock(site, token.info);
  } catch (error) {
    throw new Error(`${source}: ${error instanceof Error ? error.message : error}`);
  }
  if (block === undefined) return;
  token.info = block.language;
  token.content = block.text;
}

function resolveLinks(
  site: Site,
  guide: Guide,
  from: string,
  inline: Token,
  firstLine: number,
): PlaceLink[] {
  const wordLink = wordLinks(site, from);
  const links: PlaceLink[] = [];
  let line = firstLine;
  let insideLink = false;
  inline.children = (inline.children ?? []).flatMap((token) => {
    if (token.type === "softbreak" || token.type === "hardbreak") line++;
    if (token.type === "link_open") insideLink = true;
    if (token.type === "link_close") insideLink = false;
    if (token.type === "link_open") {
      const source = `${guide.path}:${line}`;
      const target = String(token.attrGet("href") ?? "");
      const place = placeOf(site, from, target, source);
      if (place === undefined) return [token];
      links.push({ source, ...place });
      token.attrSet("href", link(from, place.address) + (place.anchor && `#${place.anchor}`));
    }
    const page = token.type === "code_inline" && !insideLink ? wordLink(token.content) : undefined;
    return page === undefined ? [token] : linked(token, page);
  });
  return links;
}

/** A code word inside a link. */
function linked(word: Token, href: string): Token[] {
  // The casts: markdown-it's tokens are made by their own class only.
  const Token = word.constructor as new (type: string, tag: string, nesting: number) => Token;
  const open = new Token("link_open", "a", 1);
  open.attrSet("href", href);
  return [open, word, new Token("link_close", "a", -1)];
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
