import type { Properties } from "hast";
import type { Html } from "./html.ts";

/** A page as data. Its HTML, the Markdown beside it, the search and the checks are made from this, each from nothing else. */
export interface Page {
  /** From the root of the site. */
  address: string;
  title: string;
  /** One sentence for search engines and link previews. */
  description: string;
  /** The Content-Security-Policy; this site's own files only by default. */
  policy?: string;
  /** Attributes of the main element. */
  marks?: Properties;
  /** What the page says. */
  content: Html;
  /** The list of pages, or of places of this page, beside it. */
  sidebar?: Sidebar;
  /** Whether it only repeats a request in further forms; the search and `llms-full.txt` leave it out. */
  isAppendix?: boolean;
}

/** Links to neighbours. */
export interface Sidebar {
  label: string;
  groups: readonly SidebarGroup[];
}

/** Links under a heading, to pages or to anchors of the page itself. */
export interface SidebarGroup {
  title: string;
  entries: readonly { address: string; text: string }[];
}
