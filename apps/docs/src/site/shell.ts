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
  /** The Content-Security-Policy; a page without scripts by default. */
  policy?: string;
  /** Further elements of the head. */
  head?: Html;
  body: Html;
}

const withoutScripts =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** Writes a page: head, skip link, header and what the page puts below it. */
export function shell(site: Site, parts: PageParts): SiteFile {
  const to = (address: string) => link(parts.address, address);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${parts.policy ?? withoutScripts}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${parts.description}">
<title>${parts.title}</title>
<link rel="icon" href="${to(site.icon)}">
<link rel="stylesheet" href="${to(site.stylesheet)}">
${parts.head}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header">
<nav aria-label="Site">
<a href="${to(addresses.landing)}"${current(parts.address === addresses.landing)}>Image APIs</a>
${site.apis.map(
  ({ name, document }) =>
    html`<a href="${to(addresses.reference(name))}"${current(
      parts.address === addresses.reference(name),
    )}>${document.info.title}</a>
`,
)}</nav>
</header>
${parts.body}
</body>
</html>
`;
  return { path: `${parts.address}index.html`, content: page.html };
}

function current(is: boolean): Html {
  return attributes({ "aria-current": is ? "page" : undefined });
}
