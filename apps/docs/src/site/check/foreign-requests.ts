import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { SiteFile } from "../site-file.ts";
import { inertHosts } from "./inert-hosts.ts";

/** Something a file would make a browser fetch from another host. */
export interface ForeignRequest {
  path: string;
  address: string;
  /** Where in the file: an element, a rule of CSS or the text of a script. */
  place: string;
}

type Found = Omit<ForeignRequest, "path">;

/** @throws Error with every place where a file would load something from another host. */
export function failOnForeignRequests(files: readonly SiteFile[]): void {
  const found = files.flatMap(foreignRequests);
  if (found.length === 0) return;
  const lines = found.map(({ path, address, place }) => `  ${path}: ${address} (${place})`);
  throw new Error(`The site would load from other hosts:\n${lines.join("\n")}`);
}

/** Finds what a file would load from another host; links that a reader follows do not count, nor does plain data. */
export function foreignRequests({ path, content, tree }: SiteFile): ForeignRequest[] {
  const scan = scans[path.slice(path.lastIndexOf(".") + 1)];
  if (scan === undefined) throw new Error(`${path}: files of this kind cannot be checked yet.`);
  const found = tree === undefined ? scan(content) : inTree(tree);
  return found.map(({ address, place }) => ({ path, address, place }));
}

/** Attributes whose address a browser loads or sends to, as the tree names them. */
const loading = [
  ...["src", "srcSet", "imageSrcSet", "poster", "data", "background", "action", "formAction"],
  ...["ping", "manifest", "xLinkHref", "xlink:href"],
];

const scans: Record<string, (content: string) => Found[]> = {
  // Only what others made is parsed: Redoc's pages.
  html: (content) => inTree(fromHtml(content)),
  svg: (content) => inTree(fromHtml(content)),
  ...Object.fromEntries(["md", "txt", "json", "yaml", "xml"].map((kind) => [kind, () => []])),
  css: inCss,
  js: inScript,
};

function inTree(tree: Nodes): Found[] {
  const found: Found[] = [];
  visit(tree, "element", (element) => {
    const { style } = element.properties;
    found.push(...inAttributes(element), ...inCss(String(style ?? "")), ...inOwnText(element));
  });
  return found;
}

function inAttributes({ tagName, properties }: Element): Found[] {
  const isFollowed =
    ["a", "area"].includes(tagName) || [properties.rel].flat().includes("canonical");
  const names = isFollowed ? loading : [...loading, "href"];
  const values = names.flatMap((name) => properties[name] ?? []);
  if (tagName === "meta") values.push(refreshTarget(properties));
  return values
    .flatMap((value) => String(value).split(/[\s,]+/))
    .filter(isForeign)
    .map((address) => ({ address, place: `<${tagName}>` }));
}

function refreshTarget({ httpEquiv, content }: Element["properties"]): string {
  if (String(httpEquiv).toLowerCase() !== "refresh") return "";
  return /url=['"]?([^'"]*)/i.exec(String(content))?.[1] ?? "";
}

function inOwnText(element: Element): Found[] {
  if (element.tagName === "style") return inCss(textOf(element));
  if (element.tagName !== "script" || element.properties.type === "application/json") return [];
  return inScript(textOf(element));
}

function inCss(content: string): Found[] {
  const targets = content.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/gi);
  return [...targets]
    .map(([, address = ""]) => address)
    .filter(isForeign)
    .map((address) => ({ address, place: "CSS" }));
}

/** What a script does with an address cannot be read off; every host that is not known to be inert counts. */
function inScript(content: string): Found[] {
  const byHost = new Map<string, Found>();
  for (const [address, host = ""] of content.matchAll(
    /(?:https?|wss?):\/\/([\w.-]+)[^\s"'`<>)\\]*/g,
  )) {
    if (!inertHosts.has(host)) byHost.set(host, { address, place: "script" });
  }
  return [...byHost.values()];
}

function isForeign(address: string): boolean {
  const site = "http://site.invalid";
  if (!URL.canParse(address, site)) return false;
  const { origin, protocol } = new URL(address, site);
  return origin !== site && !["data:", "blob:", "about:"].includes(protocol);
}
