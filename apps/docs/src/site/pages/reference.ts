import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type Html, html, raw } from "../html.ts";
import type { RedocAssets } from "../redoc/assets.ts";
import { buildDocs } from "../redoc/build-docs.ts";
import { documentForRedoc } from "../redoc/document.ts";
import { pagePatches, policyPlace } from "../redoc/page-patches.ts";
import { applyPatches } from "../redoc/patch.ts";
import { shell } from "../shell.ts";
import type { Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";

/** The Redoc page of an API. Nothing in it is requested from another host. */
export function referencePage(site: Site, api: Api, assets: RedocAssets): SiteFile {
  const address = addresses.reference(api.name);
  const { title } = api.document.info;
  const template = shell(site, {
    address,
    title: `${title} · reference`,
    description: `Interactive reference of the ${title}.`,
    policy: policyPlace,
    head: html`<link rel="stylesheet" href="${link(address, assets.stylesheet.path)}">
<script type="module" src="${link(address, assets.boot.path)}"></script>
${raw("{{{redocHead}}}")}
`,
    body: html`${withoutJavaScript(address, api)}
<div class="content" data-from-disk hidden><p>This page does not work when it is opened from disk: run <code>npm run docs</code>
and open the address it prints. The pages of the single operations do, for example
<a href="${link(address, addresses.landing)}index.html">from the first page</a>.</p></div>
<div id="main">${raw("{{{redocHTML}}}")}</div>`,
  });
  const built = buildDocs(documentForRedoc(api, site.samples), template.content);
  const scriptAddress = link(address, assets.script.file.path);
  const patches = pagePatches(built, assets.script, scriptAddress);
  return {
    path: template.path,
    content: applyPatches(`The page of ${api.name}`, built, patches),
  };
}

function withoutJavaScript(address: string, api: Api): Html {
  return html`<noscript><div class="content"><p>This page needs JavaScript. The same content without it:</p>
<ul>
${api.operations.map(
  ({ operationId, summary }) =>
    html`<li><a href="${link(address, addresses.operation(operationId))}">${summary}</a></li>
`,
)}</ul></div></noscript>`;
}
