import { addresses, link } from "../addresses.ts";
import type { Guide } from "../guides/guide.ts";
import { type PlaceLink, renderGuide } from "../guides/render.ts";
import { html } from "../html.ts";
import { markdown } from "../markdown.ts";
import { sidebar } from "../parts/sidebar.ts";
import { shell } from "../shell.ts";
import { type Site, wordLinks } from "../site.ts";
import type { SiteFile } from "../site-file.ts";

/** A hand-written page, and the links of it that other pages must hold. */
export function guidePage(site: Site, guide: Guide): { file: SiteFile; links: PlaceLink[] } {
  const address = addresses.guide(guide.name);
  const { html: body, links } = renderGuide(site, guide);
  const file = shell(site, {
    address,
    title: `${guide.title} · Image APIs`,
    description: guide.lead.replace(/[`*]/g, ""),
    hasMarkdown: true,
    body: html`<div class="content with-sidebar">
<main id="main">
<h1>${guide.title}</h1>
<div class="lead">${markdown(guide.lead, wordLinks(site, address))}</div>
${body}
</main>
${guidesSidebar(site, address)}
</div>`,
  });
  return { file, links };
}

/** The list of guides. */
export function guidesPage(site: Site): SiteFile {
  const address = addresses.guides;
  return shell(site, {
    address,
    title: "Guides · Image APIs",
    description: "How to use the image APIs, step by step.",
    hasMarkdown: true,
    body: html`<div class="content with-sidebar">
<main id="main">
<h1>Guides</h1>
<ul class="operations">
${site.guides.map(
  ({
    name,
    title,
    lead,
  }) => html`<li><div><a href="${link(address, addresses.guide(name))}">${title}</a>
${markdown(lead, () => undefined)}</div></li>
`,
)}</ul>
</main>
${guidesSidebar(site, address)}
</div>`,
  });
}

function guidesSidebar(site: Site, from: string) {
  const entries = site.guides.map(({ name, title }) => ({
    address: addresses.guide(name),
    text: title,
  }));
  return sidebar("Guides", from, [{ title: "Guides", entries }]);
}
