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
  return {
    address: addresses.landing,
    title: "Image APIs",
    description: `An independent, checked description of ${titles(site)}.`,
    marks: { class: "wide" },
    content: html`<h1>Image APIs</h1>
<p class="lead">How to upload, read and delete images with ${titles(site)}: every parameter, limit, body,
answer and error code, each with an example.</p>
<div class="note">
<p><strong>This is an independent description, not the vendors' own.</strong> It is written from their published
pages and checked against the examples those pages print. Nothing here was tried on a live system.
<a href="${to(addresses.disagreements)}">Where those pages disagree</a>, the readings are recorded, and
<a href="${to(addresses.inferred)}">what no page says</a> is marked.</p>
</div>
${uploadSection(site)}
<h2 id="compared">The services compared</h2>
${comparison(site)}
${site.apis.map((api) => apiSection(site, api))}
<h2 id="start-here">Start here</h2>
${readers(site)}`,
  };
}

/** Two steps, with the sample of the first operation that takes a file. */
function uploadSection(site: Site): Html {
  const samples = site.samples.get(firstUpload(site));
  const sample = samples?.sets
    .get(samples.first)
    ?.samples.find(({ language }) => language === "curl");
  return html`<h2 id="first-upload">A first upload, in two steps</h2>
<ol>
<li><p>In the root of <a href="${link(addresses.landing, addresses.guide("quickstart"))}#get-the-repository">your clone of
this repository</a>, start the mock. It answers on your own machine with the documented bodies. You need Node 18 or
newer and npm.</p>
<pre data-copy data-language="shell">${"npm run setup\nnpm run mock"}</pre></li>
<li><p>When it says where it listens, send it an image from a second terminal in the same folder:</p>
<pre data-copy data-language="shell" data-sample="${sample?.file}">${sample?.text}</pre>
<p>The answer is 200 with the documented body. <a href="${link(addresses.landing, addresses.guide("quickstart"))}">The quickstart</a>
goes on from here.</p></li>
</ol>`;
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

function apiSection(site: Site, api: Api): Html {
  const { info } = api.document;
  const to = (address: string) => link(addresses.landing, address);
  return html`<section aria-labelledby="${api.name}">
<h2 id="${api.name}">${info.title}</h2>
<p>${info.summary}</p>
<ul class="operations">
${api.operations.map(
  (
    operation,
  ) => html`<li><a href="${to(addresses.operation(operation.operationId))}">${operation.summary}</a>
<span class="request-line"><span class="method">${operation.method.toUpperCase()}</span> <code>${operation.path}</code></span></li> `,
)}</ul>
<details>
<summary>More about the ${info.title}</summary>
${markdown(info.description, wordLinks(site, addresses.landing))}</details>
<p><a class="button" href="${to(addresses.reference(api.name))}">Interactive reference<span class="hidden"> of the ${info.title}</span></a>
<a class="button" href="${to(addresses.bundle(api.name, "yaml"))}" download>OpenAPI 3.1, YAML<span class="hidden"> of the ${info.title}</span></a>
<a class="button" href="${to(addresses.bundle(api.name, "json"))}" download>JSON<span class="hidden"> of the ${info.title}</span></a></p>
</section> `;
}

function readers(site: Site): Html {
  const to = (address: string) => link(addresses.landing, address);
  return html`<ul>
${site.guides.map(
  ({ name, title }) => html`<li><a href="${to(addresses.guide(name))}">${title}</a></li> `,
)}<li><a href="${to(addresses.guides)}">All guides, with what each is for</a></li>
<li><a href="${to(addresses.errors)}">Errors, by code and by symptom</a>: ${joined(
    site.errors.map(({ key }) => html`<a href="${to(addresses.error(key))}">${key}</a>`),
  )}</li>
<li>For machines: <a href="${to(addresses.llms)}">llms.txt</a>, <a href="${to(addresses.llmsFull)}">llms-full.txt</a>, and
every page as Markdown under the same address with <code>index.md</code></li>
</ul>`;
}

function titles(site: Site): string {
  const names = site.apis.map((api) => `the ${api.document.info.title}`);
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
