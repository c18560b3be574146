import type { Root } from "hast";
import { addresses, link } from "./addresses.ts";
import type { Api } from "./api.ts";
import { type Html, html, htmlText } from "./html.ts";
import type { Page, Sidebar } from "./page.ts";
import type { SiteFile } from "./site-file.ts";

/** What the frame of every page is made from. */
export interface Frame {
  apis: readonly Api[];
  /** Where the site will stand, ending with a slash; without it every link is relative and nothing names a host. */
  publicUrl: string | undefined;
  /** The addresses of the files that pages share, from the root of the site. */
  stylesheet: string;
  icon: string;
  script: string;
}

/** What one kind of page puts into the frame all pages share. */
export interface PageParts extends Pick<Page, "address" | "title" | "description" | "policy"> {
  /** Further elements of the head. */
  head?: Html;
  body: Html;
}

const ownFilesOnly =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'";

/** Writes a page as HTML. */
export function htmlPage(frame: Frame, page: Page): SiteFile {
  const { sidebar, address } = page;
  return shell(frame, {
    ...page,
    head: html`<link rel="alternate" type="text/markdown" href="index.md" />`,
    body: html`<div class="${sidebar ? "content with-sidebar" : "content"}">
<main id="main" ...${page.marks}>${page.content}</main>
${sidebar && sidebarOf(sidebar, address)}
</div>`,
  });
}

/** Writes a file: head, skip link, header and the body below it. */
export function shell(frame: Frame, parts: PageParts): SiteFile {
  const { address } = parts;
  const to = (target: string) => link(address, target);
  const url = frame.publicUrl && frame.publicUrl + address;
  const page = html`<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${parts.policy ?? ownFilesOnly}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="description" content="${parts.description}" />
<meta property="og:title" content="${parts.title}" />
<meta property="og:description" content="${parts.description}" />
<meta property="og:type" content="website" />
<meta property="og:site_name" content="Image APIs" />
${url && html`<meta property="og:url" content="${url}" /><link rel="canonical" href="${url}" />`}
<title>${parts.title}</title>
<link rel="icon" href="${to(frame.icon)}" />
<link rel="stylesheet" href="${to(frame.stylesheet)}" />
<script defer src="${to(frame.script)}"></script>
${parts.head}
</head>
<body data-root="${to("")}">
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header">
<nav aria-label="Site">
${navigation(frame).map(
  ([target, text]) =>
    html`<a href="${to(target)}" aria-current=${current(address === target)}>${text}</a> `,
)}</nav>
<button class="search-button" type="button" aria-haspopup="dialog" hidden>Search <kbd>/</kbd></button>
</header>
${parts.body}
</body>
</html>`;
  const tree: Root = { type: "root", children: [{ type: "doctype" }, ...page] };
  return { path: `${address}index.html`, content: `${htmlText(tree)}\n`, tree };
}

function navigation({ apis }: Frame): [address: string, text: string][] {
  return [
    [addresses.landing, "Image APIs"],
    [addresses.guides, "Guides"],
    [addresses.errors, "Errors"],
    [addresses.disagreements, "Disagreements"],
    ...apis.map(({ name, document }): [string, string] => [
      addresses.reference(name),
      document.info.title,
    ]),
  ];
}

function sidebarOf({ label, groups }: Sidebar, from: string): Html {
  return html`<nav class="sidebar" aria-label="${label}">
${groups.map(
  ({ title, entries }) => html`<h2>${title}</h2>
<ul>
${entries.map(({ address, text }) => {
  const href = address.startsWith("#") ? address : link(from, address);
  return html`<li><a href="${href}" aria-current=${current(address === from)}>${text}</a></li> `;
})}</ul>`,
)}</nav>`;
}

function current(is: boolean): "page" | undefined {
  return is ? "page" : undefined;
}
