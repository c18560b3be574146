import { html, htmlText } from "../html.ts";
import type { SiteFile } from "../site-file.ts";

/** `sitemap.xml`, which needs to know where the site stands. */
export function sitemap(publicUrl: string | undefined, pages: readonly string[]): SiteFile[] {
  if (publicUrl === undefined) return [];
  const urls = pages.map((address) => html`<url><loc>${publicUrl}${address}</loc></url>${"\n"}`);
  const set = html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n${htmlText(set)}\n`;
  return [{ path: "sitemap.xml", content }];
}
