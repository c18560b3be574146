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
  /** The pages above this one, from the top; none for those that the first page leads to. */
  parents?: readonly Parent[];
  /** How the page is laid out: a text with its contents beside it, the two columns of an operation, or the whole width. */
  layout?: "text" | "operation" | "wide";
  /** Whether it only repeats a request in further forms; the search and `llms-full.txt` leave it out. */
  isAppendix?: boolean;
}

/** A page above another. */
export interface Parent {
  address: string;
  text: string;
}
