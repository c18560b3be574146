import { link } from "../addresses.ts";
import { attributes, type Html, html } from "../html.ts";

/** Links under a heading, to pages or to anchors of the page itself. */
export interface SidebarGroup {
  title: string;
  entries: { address: string; text: string }[];
}

/** The list of neighbouring pages beside a page. */
export function sidebar(label: string, from: string, groups: readonly SidebarGroup[]): Html {
  return html`<nav class="sidebar" aria-label="${label}">
${groups.map(
  ({ title, entries }) => html`<h2>${title}</h2>
<ul>
${entries.map(({ address, text }) => {
  const current = attributes({ "aria-current": address === from ? "page" : undefined });
  const href = address.startsWith("#") ? address : link(from, address);
  return html`<li><a href="${href}"${current}>${text}</a></li>
`;
})}</ul>
`,
)}</nav>`;
}
