import { type Statement, sourceLocations } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { inferredAnchor, inferredStatements } from "../evidence/evidence-index.ts";
import { codeList, type Html, html, joined } from "../html.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";

/** Everything in the documents that no page of a vendor says, and why it stands there. */
export function inferredPage(site: Site): Page {
  const address = addresses.inferred;
  return {
    address,
    title: "What no vendor page says",
    description: "Everything in the documents that we concluded, with the reason and the line.",
    content: html`<h1>What no vendor page says</h1>
<p class="lead">A client needs to know more than the vendors' pages print. Here is everything that we concluded, and why. In the
reference, <span class="evidence">inferred</span> leads here.</p>
<p>Where pages say different things, see <a href="${link(address, addresses.disagreements)}">where they disagree</a>.</p>
${site.apis.map((api) => apiSection(api))}`,
  };
}

function apiSection(api: Api): Html {
  return html`<section aria-labelledby="inferred-${api.name}">
<h2 id="inferred-${api.name}">${api.document.info.title}</h2>
<ul class="fields">
${inferredStatements(api).map((statement, i) => inferredItem(api, statement, i))}</ul>
</section> `;
}

function inferredItem(api: Api, { kind, at, says, why }: Statement, index: number): Html {
  const locate = sourceLocations(api.name);
  const places = [
    ...new Set(at.map((pointer) => `${locate(pointer).file}:${locate(pointer).line}`)),
  ];
  return html`<li id="${inferredAnchor(api, index)}"><span class="type">${kind}</span> ${says === undefined ? subjects(at) : html`<q>${says}</q>`}
<p>${why}</p>
<p class="type">${codeList(places)}</p></li> `;
}

/** What the pointers lead to: their last words, each once. */
function subjects(at: readonly string[]): Html {
  const names = [...new Set(at.map((pointer) => pointer.slice(pointer.lastIndexOf("/") + 1)))];
  return joined(names.map((name) => html`<code class="name">${name.replaceAll("~1", "/")}</code>`));
}
