import { addresses, link } from "../addresses.ts";
import type { Guide } from "../guides/guide.ts";
import { type PlaceLink, renderGuide } from "../guides/render.ts";
import { html } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { Page } from "../page.ts";
import { type Site, wordLinks } from "../site.ts";

/** A hand-written page, and the links of it that other pages must hold. */
export function guidePage(site: Site, guide: Guide): { page: Page; links: PlaceLink[] } {
  const address = addresses.guide(guide.name);
  const { content, links } = renderGuide(site, guide);
  const page: Page = {
    address,
    title: `${guide.title} · Image APIs`,
    description: guide.lead.replace(/[`*]/g, ""),
    parents: [{ address: addresses.guides, text: "Guides" }],
    content: html`<h1>${guide.title}</h1>
<div class="lead">${markdown(guide.lead, wordLinks(site, address))}</div>
${content}`,
  };
  return { page, links };
}

/** The list of guides. */
export function guidesPage(site: Site): Page {
  const address = addresses.guides;
  return {
    address,
    title: "Guides · Image APIs",
    description: "How to use the image APIs, step by step.",
    content: html`<h1>Guides</h1>
<ul class="operations">
${site.guides.map(
  ({
    name,
    title,
    lead,
  }) => html`<li><div><a href="${link(address, addresses.guide(name))}">${title}</a>
${markdown(lead, () => undefined)}</div></li> `,
)}</ul>`,
  };
}
