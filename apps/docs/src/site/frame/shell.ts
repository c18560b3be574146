import type { Root } from "hast";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type Html, html, htmlText } from "../html.ts";
import type { Page, Parent } from "../page.ts";
import type { SiteFile } from "../site-file.ts";
import { contentsNav } from "./contents.ts";
import { dressed } from "./dressed.ts";
import { type Footer, footer } from "./footer.ts";
import { current, type MenuGroup, menuNav, neighbours, type To } from "./menu.ts";
import { ownPolicy, themeScript } from "./theme.ts";

/** What the frame of every page is made from. */
export interface Frame {
  apis: readonly Api[];
  menu: readonly MenuGroup[];
  footer: Footer;
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
  /** The class of the body. */
  layout: NonNullable<Page["layout"]> | "reference";
  /** What stands beside the list of pages. */
  body: Html;
}

/** Writes a page as HTML. */
export function htmlPage(frame: Frame, page: Page): SiteFile {
  const { address, content, layout = "text", parents = [] } = page;
  const to: To = (target) => link(address, target);
  return shell(frame, {
    ...page,
    layout,
    head: html`<link rel="alternate" type="text/markdown" href="index.md" />`,
    body: html`${layout !== "wide" && contentsNav(content)}
<div class="text">
${breadcrumbs(parents, to)}
<main id="main" ...${page.marks}>${dressed(content)}</main>
${neighbours(frame.menu, address, to)}
${footer(frame.footer)}
</div>`,
  });
}

/** Writes a file: head, skip link, header, the list of pages and what stands beside it. */
export function shell(frame: Frame, parts: PageParts): SiteFile {
  const { address, layout } = parts;
  const to: To = (target) => link(address, target);
  const url = frame.publicUrl && frame.publicUrl + address;
  const page = html`<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${parts.policy ?? ownPolicy()}" />
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
${layout !== "reference" && html`<script>${themeScript}</script>`}
<script defer src="${to(frame.script)}"></script>
${parts.head}
</head>
<body class="${layout === "text" ? "text-page" : layout}" data-root="${to("")}">
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header">
<button class="menu-button" type="button" popovertarget="menu" aria-label="Menu"></button>
<a class="brand" href="${to(addresses.landing)}">Image APIs</a>
${layout !== "reference" && html`<button class="search-button" type="button" aria-haspopup="dialog" hidden>Search <kbd>Ctrl K</kbd></button>`}
<nav class="top-links" aria-label="Site">
${topLinks(frame).map(
  ([target, text]) =>
    html`<a href="${to(target)}" aria-current=${current(address === target)}>${text}</a> `,
)}</nav>
${layout !== "reference" && html`<button class="theme-button" type="button" hidden></button>`}
</header>
<div class="frame">
${menuNav(frame.menu, address, to)}
${parts.body}
</div>
</body>
</html>`;
  const tree: Root = { type: "root", children: [{ type: "doctype" }, ...page] };
  return { path: `${address}index.html`, content: `${htmlText(tree)}\n`, tree };
}

function topLinks({ apis }: Frame): [address: string, text: string][] {
  return [
    [addresses.guides, "Guides"],
    [addresses.errors, "Errors"],
    [addresses.disagreements, "Disagreements"],
    ...apis.map(({ name, document }): [string, string] => [
      addresses.reference(name),
      document.info.title,
    ]),
  ];
}

function breadcrumbs(parents: readonly Parent[], to: To): Html {
  if (parents.length === 0) return [];
  const home = { address: addresses.landing, text: "Image APIs" };
  return html`<nav class="crumbs" aria-label="Breadcrumb"><ol>${[home, ...parents].map(
    ({ address, text }) => html`<li><a href="${to(address)}">${text}</a></li> `,
  )}</ol></nav>`;
}
