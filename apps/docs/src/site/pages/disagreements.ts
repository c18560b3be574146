import type { Contradiction } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { contradictionAnchor, entryFinder } from "../evidence/evidence-index.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";
import { pageCountTable } from "../parts/page-counts.ts";
import type { Site } from "../site.ts";

/** Every contradiction of the vendors' pages with the reading taken. */
export function disagreementsPage(site: Site): Page {
  const address = addresses.disagreements;
  return {
    address,
    title: "Where the vendor pages disagree",
    description:
      "Every contradiction of the vendors' pages, both readings, the one these documents take, and why.",
    content: html`<h1>Where the vendor pages disagree</h1>
<p class="lead">The documents behind this site are written from the vendors' published pages. Those pages contradict
themselves and each other. Here is every case: what can be read, what these documents take, and why.</p>
<p>In the reference, <span class="evidence">pages differ</span> leads here, and <span class="evidence">inferred</span> to
<a href="${link(address, addresses.inferred)}">what no page says</a> and we concluded.</p>
${pageCountTable(site.apis)}
${site.apis.map((api) => apiSections(api))}`,
  };
}

function apiSections(api: Api): Html {
  const { contradictions } = api.evidence.provenance;
  const { title } = api.document.info;
  return html`<section aria-labelledby="disagreements-${api.name}">
<h2 id="disagreements-${api.name}">${title}: ${contradictions.length} disagreements</h2>
${contradictions.map((contradiction) => contradictionSection(api, contradiction))}
</section> `;
}

function contradictionSection(api: Api, contradiction: Contradiction): Html {
  const { number, about, readings, taken, why, source, overruled = [] } = contradiction;
  return html`<article data-contradiction="${number}">
<h3 id="${contradictionAnchor(api, number)}">${about}</h3>
<ul>
${readings.map((reading) => html`<li>${reading}</li> `)}</ul>
<p><strong>We use:</strong> ${taken}. ${why}</p>
<details>
<summary>Sources<span class="hidden">: ${about}</span></summary>
<ul class="constraints">
${pagesOf(api, source, overruled).map(
  ({ title, address, places }) => html`<li><a href="${address}">${title}</a>: ${places}</li> `,
)}</ul>
</details>
</article> `;
}

/** The pages that entries stand on, each once, with the places on it. */
function pagesOf(api: Api, source: readonly string[], overruled: readonly string[]) {
  const found = source.map((name) => ({ name, ...entryFinder(api)(name) }));
  const pages = Map.groupBy(found, ({ title, address }) => `${title} ${address}`);
  return [...pages.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const places = entries.map(
      ({ name, entry }) =>
        `${entry?.place ?? name}${overruled.includes(name) ? " (not followed)" : ""}`,
    );
    return [{ ...first, places: [...new Set(places)].join("; ") }];
  });
}
