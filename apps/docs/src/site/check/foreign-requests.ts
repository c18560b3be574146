import { type HTMLElement, parse } from "node-html-parser";
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
export function foreignRequests({ path, content }: SiteFile): ForeignRequest[] {
  const scan = scans[path.slice(path.lastIndexOf(".") + 1)];
  if (scan === undefined) throw new Error(`${path}: files of this kind cannot be checked yet.`);
  const found = scan(content);
  return found.map(({ address, place }) => ({ path, address, place }));
}

const loading = [
  ...["src", "srcset", "imagesrcset", "poster", "data", "background", "action", "formaction"],
  ...["ping", "manifest", "xlink:href"],
];

const scans: Record<string, (content: string) => Found[]> = {
  html: inHtml,
  svg: inHtml,
  ...Object.fromEntries(["md", "txt", "json", "yaml", "xml"].map((kind) => [kind, () => []])),
  css: inCss,
  js: inScript,
};

function inHtml(content: string): Found[] {
  const root = parse(content, { comment: false });
  return root
    .querySelectorAll("*")
    .flatMap((element) => [
      ...inAttributes(element),
      ...inCss(element.getAttribute("style") ?? ""),
      ...inOwnText(element),
    ]);
}

function inAttributes(element: HTMLElement): Found[] {
  const tag = element.rawTagName.toLowerCase();
  const isFollowed = ["a", "area"].includes(tag) || element.getAttribute("rel") === "canonical";
  const names = isFollowed ? loading : [...loading, "href"];
  const values = names.flatMap((name) => element.getAttribute(name) ?? []);
  if (tag === "meta") values.push(...refreshTarget(element));
  return values
    .flatMap((value) => value.split(/[\s,]+/))
    .filter(isForeign)
    .map((address) => ({ address, place: `<${tag}>` }));
}

function refreshTarget(element: HTMLElement): string[] {
  if (element.getAttribute("http-equiv")?.toLowerCase() !== "refresh") return [];
  return [/url=['"]?([^'"]*)/i.exec(element.getAttribute("content") ?? "")?.[1] ?? ""];
}

function inOwnText(element: HTMLElement): Found[] {
  const tag = element.rawTagName.toLowerCase();
  if (tag === "style") return inCss(element.rawText);
  if (tag !== "script" || element.getAttribute("type") === "application/json") return [];
  return inScript(element.rawText);
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
