import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import { shell } from "../shell.ts";
import { operationLinks, type Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";

/** The first page: what the APIs do, what these pages are, and the way to each of them. */
export function landingPage(site: Site): SiteFile {
  return shell(site, {
    address: addresses.landing,
    title: "Image APIs",
    description: `An independent, checked description of ${titles(site)}.`,
    body: html`<div class="content"><main id="main">
<h1>Image APIs</h1>
<p class="lead">How to upload, read and delete images with ${titles(site)}: every parameter, limit, body,
answer and error code, each with an example.</p>
<div class="note">
<p><strong>This is an independent description, not the vendors' own.</strong> It is written from their published
pages and checked against the examples those pages print. Nothing here was tried on a live system.</p>
</div>
${site.apis.map((api) => apiSection(site, api))}
</main></div>`,
  });
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
<span class="request-line"><span class="method">${operation.method.toUpperCase()}</span> <code>${operation.path}</code></span></li>
`,
)}</ul>
<details>
<summary>More about this API</summary>
${markdown(info.description, operationLinks(site, addresses.landing))}</details>
<p><a class="button" href="${to(addresses.reference(api.name))}">Interactive reference<span class="hidden"> of the ${info.title}</span></a></p>
</section>
`;
}

function titles(site: Site): string {
  const names = site.apis.map((api) => `the ${api.document.info.title}`);
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
