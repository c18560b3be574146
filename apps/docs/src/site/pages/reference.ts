import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type Frame, shell } from "../frame/shell.ts";
import { type Html, html, htmlText } from "../html.ts";
import type { RedocAssets } from "../redoc/assets.ts";
import { buildDocs } from "../redoc/build-docs.ts";
import { documentForRedoc } from "../redoc/document.ts";
import { pagePatches, policyPlace } from "../redoc/page-patches.ts";
import { applyPatches } from "../redoc/patch.ts";
import type { Site } from "../site.ts";
import { hashedPath, type SiteFile } from "../site-file.ts";

/** The Redoc page of an API, and the data it starts with. Nothing in it is requested from another host. */
export function referencePage(site: Site, frame: Frame, api: Api, assets: RedocAssets): SiteFile[] {
  const address = addresses.reference(api.name);
  const { title } = api.document.info;
  const template = shell(frame, {
    address,
    title: `${title} · reference`,
    description: `Interactive reference of the ${title}.`,
    policy: policyPlace,
    layout: "reference",
    head: html`<link rel="stylesheet" href="${link(address, assets.stylesheet.path)}" />
<script type="module" src="${link(address, assets.boot.path)}"></script>
${"{{{redocHead}}}"}`,
    body: html`${withoutJavaScript(address, api)}
<div class="text" data-from-disk hidden><p>This page does not work when it is opened from disk: run <code>npm run docs</code>
and open the address it prints. The pages of the single operations do, for example
<a href="${link(address, addresses.landing)}index.html">from the first page</a>.</p></div>
<div id="main">${"{{{redocHTML}}}"}</div>`,
  });
  const built = buildDocs(documentForRedoc(api, site.samples), template.content);
  const scriptAddress = link(address, assets.script.file.path);
  const patches = pagePatches(built, assets.script, scriptAddress);
  const page = applyPatches(`The page of ${api.name}`, built, patches);
  return apart({ path: template.path, content: page }, api, address);
}

/** Puts what Redoc is started with into a file of its own, which a second visit finds in the cache. */
function apart(page: SiteFile, { name }: Api, address: string): SiteFile[] {
  const place = /<script type="application\/json" id="redoc-input">([\s\S]*?)<\/script>/;
  const content = place.exec(page.content)?.[1];
  if (content === undefined) throw new Error(`The page of ${name} holds no input for Redoc.`);
  const data = { path: hashedPath(`assets/${name}.json`, content), content };
  const preload = html`<link rel="preload" as="fetch" crossorigin id="redoc-input" href="${link(address, data.path)}" />`;
  return [{ path: page.path, content: page.content.replace(place, () => htmlText(preload)) }, data];
}

function withoutJavaScript(address: string, api: Api): Html {
  return html`<noscript><div class="text"><p>This page needs JavaScript. The same content without it:</p>
<ul>
${api.operations.map(
  ({ operationId, summary }) =>
    html`<li><a href="${link(address, addresses.operation(operationId))}">${summary}</a></li> `,
)}</ul></div></noscript>`;
}
