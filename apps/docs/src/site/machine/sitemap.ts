import { html } from "../html.ts";
import type { Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";

/** `sitemap.xml`, which needs to know where the site stands. */
export function sitemap({ publicUrl }: Site, pages: readonly SiteFile[]): SiteFile[] {
  if (publicUrl === undefined) return [];
  const addresses = pages.map(({ path }) => publicUrl + path.replace(/index\.html$/, ""));
  const { html: content } = html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map(
  (address) => html`<url><loc>${address}</loc></url>
`,
)}</urlset>
`;
  return [{ path: "sitemap.xml", content }];
}
