import { type Contradiction, type Statement, sourceLocations } from "@image-apis/spec";
import { addresses } from "../addresses.ts";
import type { Api } from "../api.ts";
import {
  contradictionAnchor,
  entryFinder,
  inferredAnchor,
  inferredStatements,
} from "../evidence/evidence-index.ts";
import { type Html, html } from "../html.ts";
import { pageCountTable } from "../parts/page-counts.ts";
import { sidebar } from "../parts/sidebar.ts";
import { shell } from "../shell.ts";
import type { Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";

/** Every contradiction of the vendors' pages with the reading taken, and everything that no page says. */
export function disagreementsPage(site: Site): SiteFile {
  const address = addresses.disagreements;
  return shell(site, {
    address,
    title: "Where the vendor pages disagree",
    description:
      "Every contradiction of the vendors' pages, both readings, the one these documents take, and why.",
    hasMarkdown: true,
    body: html`<div class="content with-sidebar">
<main id="main">
<h1>Where the vendor pages disagree</h1>
<p class="lead">The documents behind this site are written from the vendors' published pages. Those pages contradict
themselves and each other. Here is every case: what can be read, what these documents take, and why.</p>
<p>In the reference, <span class="evidence">pages differ</span> leads here, and so does
<span class="evidence">inferred</span>, which marks what no page says and we concluded.</p>
${pageCountTable(site.apis)}
${site.apis.map((api) => apiSections(api))}
</main>
${sidebar("On this page", "", [
  {
    title: "On this page",
    entries: [
      { address: "#lines-read", text: "Line by line" },
      ...site.apis.flatMap(({ name, document }) => [
        { address: `#disagreements-${name}`, text: `${document.info.title}: disagreements` },
        { address: `#inferred-${name}`, text: `${document.info.title}: inferred` },
      ]),
    ],
  },
])}
</div>`,
  });
}

function apiSections(api: Api): Html {
  const { contradictions } = api.evidence.provenance;
  const { title } = api.document.info;
  return html`<section aria-labelledby="disagreements-${api.name}">
<h2 id="disagreements-${api.name}">${title}: ${contradictions.length} disagreements</h2>
${contradictions.map((contradiction) => contradictionSection(api, contradiction))}
</section>
<section aria-labelledby="inferred-${api.name}">
<h2 id="inferred-${api.name}">${title}: what no page says</h2>
<ul class="fields">
${inferredStatements(api).map((statement, i) => inferredItem(api, statement, i))}</ul>
</section>
`;
}

function contradictionSection(api: Api, contradiction: Contradiction): Html {
  const { number, about, readings, taken, why, source, overruled = [] } = contradiction;
  const find = entryFinder(api);
  return html`<article data-contradiction="${number}">
<h3 id="${contradictionAnchor(api, number)}">${about}</h3>
<ul>
${readings.map(
  (reading) => html`<li>${reading}</li>
`,
)}</ul>
<p><strong>Taken:</strong> ${taken}. ${why}</p>
<details>
<summary>Where it stands<span class="hidden">: ${about}</span></summary>
<ul class="constraints">
${source.map((name) => {
  const { title, address, entry } = find(name);
  return html`<li><a href="${address}">${title}</a>, ${entry?.place ?? name}${overruled.includes(name) && " (not followed)"}</li>
`;
})}</ul>
</details>
</article>
`;
}

function inferredItem(api: Api, { kind, at, why }: Statement, index: number): Html {
  const locate = sourceLocations(api.name);
  const places = [
    ...new Set(at.map((pointer) => `${locate(pointer).file}:${locate(pointer).line}`)),
  ];
  return html`<li id="${inferredAnchor(api, index)}"><span class="type">${kind}</span> ${subjects(at)}
<p>${why}</p>
<p class="type">${places.map((place, i) => html`${i > 0 && ", "}<code>${place}</code>`)}</p></li>
`;
}

/** What the pointers lead to: their last words, each once. */
function subjects(at: readonly string[]): Html {
  const names = [...new Set(at.map((pointer) => pointer.slice(pointer.lastIndexOf("/") + 1)))];
  return html`${names.map((name, i) => html`${i > 0 && ", "}<code class="name">${name.replaceAll("~1", "/")}</code>`)}`;
}
