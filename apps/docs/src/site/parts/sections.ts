import { type Html, html, raw } from "../html.ts";

/** Links to the sections of a page and to its single answers, read off their headings. */
export function sectionLinks(body: Html): Html {
  const headings = [...body.html.matchAll(/<h(?:2|3) id="([^"]+)"[^>]*>([^<]+)/g)];
  return html`<nav class="sections" aria-label="On this page">
${headings.map(
  ([, id = "", text = ""]) => html`<a href="#${id}">${raw(text.trim())}</a>
`,
)}</nav>`;
}
