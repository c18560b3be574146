import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type Html, html, joined } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { Page } from "../page.ts";
import { comparison } from "../parts/comparison.ts";
import { sampleKey } from "../samples.ts";
import { type Site, wordLinks } from "../site.ts";

/** The first page: what the APIs do, how they differ, a first upload, and the way to every page. */
export function landingPage(site: Site): Page {
  const to = (address: string) => link(addresses.landing, address);
  const count = site.apis.flatMap(({ operations }) => operations).length;
  return {
    address: addresses.landing,
    title: "Image APIs",
    description: `An independent, checked description of ${titles(site)}.`,
    layout: "wide",
    content: html`<div class="hero"><div>
<h1>Image APIs you can check before you call them</h1>
<p class="lead">How to upload, read and delete images with ${titles(site)}: every parameter, limit, body, response and
error code of ${count} operations, each with an example.</p>
<p><a class="button primary" href="${to(addresses.guide("quickstart"))}">Start with the quickstart</a>
<a class="button" href="#start-here">Browse the guides</a></p>
<p class="aside"><strong>This is an independent description, not the vendors' own.</strong> It is written from their
published pages and checked against the examples those pages print. Nothing here was tried on a live system.
<a href="${to(addresses.disagreements)}">Where those pages disagree</a>, the readings are recorded, and
<a href="${to(addresses.inferred)}">what no page says</a> is marked.</p>
</div>
${uploadSection(site)}
</div>
<div class="cards">${site.apis.map((api) => apiSection(api))}</div>
<h2 id="start-here">Guides</h2>
${readers(site)}
<h2 id="compared">The services compared</h2>
${comparison(site)}
<h2 id="more">More about the APIs</h2>
${site.apis.map(
  ({ document: { info } }) => html`<details>
<summary>The ${info.title}</summary>
${markdown(info.description, wordLinks(site, addresses.landing))}</details> `,
)}`,
  };
}

/** Two steps, with the sample of the first operation that takes a file. */
function uploadSection(site: Site): Html {
  const samples = site.samples.get(firstUpload(site));
  const sample = samples?.sets
    .get(samples.first)
    ?.samples.find(({ language }) => language === "curl");
  const quickstart = link(addresses.landing, addresses.guide("quickstart"));
  return html`<section aria-labelledby="first-upload">
<h2 class="hidden" id="first-upload">A first upload, in two steps</h2>
<ol>
<li><p>Start the mock in <a href="${quickstart}#get-the-repository">your clone</a>. You need Node 18 or newer and npm.</p>
<pre data-copy data-language="shell">${"npm run setup\nnpm run mock"}</pre></li>
<li><p>Send it an image from a second terminal in the same folder.</p>
<pre data-copy data-language="shell" data-sample="${sample?.file}">${sample?.text}</pre>
<p class="type">You get a 200 response with the documented body.</p></li>
</ol></section>`;
}

/** The key of the first operation that takes a form. */
function firstUpload({ apis }: Site): string {
  for (const { name, operations } of apis) {
    const upload = operations.find(
      ({ requestBody }) => requestBody?.content["multipart/form-data"] !== undefined,
    );
    if (upload !== undefined) return sampleKey(name, upload.operationId);
  }
  throw new Error("No operation takes a form, so there is no first upload.");
}

function apiSection(api: Api): Html {
  const { info } = api.document;
  const to = (address: string) => link(addresses.landing, address);
  return html`<section aria-labelledby="${api.name}">
<h2 id="${api.name}">${info.title}</h2>
<p>${info.summary}</p>
<ul class="operations">
${api.operations.map(
  ({ operationId, method, path, summary }) =>
    html`<li><a href="${to(addresses.operation(operationId))}">${summary}</a>
<span class="request-line"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></span></li> `,
)}</ul>
<p class="elsewhere"><a href="${to(addresses.reference(api.name))}">Interactive reference<span class="hidden"> of the ${info.title}</span></a>
<a href="${to(addresses.bundle(api.name, "yaml"))}" download>OpenAPI 3.1, YAML<span class="hidden"> of the ${info.title}</span></a>
<a href="${to(addresses.bundle(api.name, "json"))}" download>JSON<span class="hidden"> of the ${info.title}</span></a></p>
</section> `;
}

function readers(site: Site): Html {
  const to = (address: string) => link(addresses.landing, address);
  return html`<ul class="guides">
${site.guides.map(
  ({ name, title, lead }) =>
    html`<li><a href="${to(addresses.guide(name))}">${title}</a> ${firstSentence(lead)}</li> `,
)}</ul>
<p><a href="${to(addresses.errors)}">Errors by code and by symptom</a>: ${joined(
    site.errors.map(({ key }) => html`<a href="${to(addresses.error(key))}">${key}</a>`),
  )}</p>
<p>For machines: <a href="${to(addresses.llms)}">llms.txt</a>, <a href="${to(addresses.llmsFull)}">llms-full.txt</a>, and
every page as Markdown under the same address with <code>index.md</code></p>`;
}

/** Without the marks of Markdown. */
function firstSentence(text: string): string {
  return (text.split(/(?<=\.)\s/, 1)[0] ?? "").replace(/[`*]/g, "");
}

function titles(site: Site): string {
  const names = site.apis.map((api) => `the ${api.document.info.title}`);
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
