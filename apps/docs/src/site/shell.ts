import { addresses, link } from "./addresses.ts";
import { attributes, type Html, html } from "./html.ts";
import type { Site } from "./site.ts";
import type { SiteFile } from "./site-file.ts";

/** What one kind of page puts into the frame all pages share. */
export interface PageParts {
  /** From the root of the site. */
  address: string;
  title: string;
  /** One sentence for search engines and link previews. */
  description: string;
  /** The Content-Security-Policy; this site's own files only by default. */
  policy?: string;
  /** Whether `index.md` beside the page holds the same as Markdown. */
  hasMarkdown?: boolean;
  /** Further elements of the head. */
  head?: Html;
  body: Html;
}

const ownFilesOnly =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'";

/** Writes a page: head, skip link, header and what the page puts below it. */
export function shell(site: Site, parts: PageParts): SiteFile {
  const { address } = parts;
  const to = (target: string) => link(address, target);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${parts.policy ?? ownFilesOnly}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${parts.description}">
<meta property="og:title" content="${parts.title}">
<meta property="og:description" content="${parts.description}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Image APIs">
${
  site.publicUrl !== undefined &&
  html`<meta property="og:url" content="${site.publicUrl}${address}">
<link rel="canonical" href="${site.publicUrl}${address}">
`
}<title>${parts.title}</title>
<link rel="icon" href="${to(site.icon)}">
<link rel="stylesheet" href="${to(site.stylesheet)}">
${parts.hasMarkdown && html`<link rel="alternate" type="text/markdown" href="index.md">\n`}<script defer src="${to(site.script)}"></script>
${parts.head}</head>
<body data-root="${to("")}">
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header">
<nav aria-label="Site">
<a href="${to(addresses.landing)}"${current(address === addresses.landing)}>Image APIs</a>
${navigation(site).map(
  ([target, text]) =>
    html`<a href="${to(target)}"${current(address === target)}>${text}</a>
`,
)}</nav>
<button class="search-button" type="button" aria-haspopup="dialog" hidden>Search <kbd>/</kbd></button>
</header>
${parts.body}
</body>
</html>
`;
  return { path: `${address}index.html`, content: page.html };
}

function navigation({ apis }: Site): [address: string, text: string][] {
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

function current(is: boolean): Html {
  return attributes({ "aria-current": is ? "page" : undefined });
}
