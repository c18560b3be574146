import { createHash } from "node:crypto";
import type { Root } from "hast";

/** One file of the site. */
export interface SiteFile {
  /** From the root of the site, with `/`. */
  path: string;
  content: string;
  /** What an HTML file of ours was written from; its content need not be parsed to be looked at. */
  tree?: Root;
}

/** Names a file after its content, so that it may be cached for good: `site.css` becomes `site.<hash>.css`. */
export function hashedPath(path: string, content: string): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const dot = path.lastIndexOf(".");
  return `${path.slice(0, dot)}.${hash}${path.slice(dot)}`;
}
