import type { Operation } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { attributes, type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import { exampleRequests } from "../parts/example-requests.ts";
import { parameters } from "../parts/parameters.ts";
import { requestBody } from "../parts/request-body.ts";
import { responses } from "../parts/responses.ts";
import { security } from "../parts/security.ts";
import { servers } from "../parts/servers.ts";
import { shell } from "../shell.ts";
import { operationLinks, type Site } from "../site.ts";
import type { SiteFile } from "../site-file.ts";
import type { OperationView } from "../view.ts";

/** The static page of one operation: everything the document says about it, complete without JavaScript. */
export function operationPage(site: Site, api: Api, operation: Operation): SiteFile {
  const { operationId, method, path, summary } = operation;
  const address = addresses.operation(operationId);
  const view: OperationView = {
    api,
    operation,
    operationLink: operationLinks(site, address),
  };
  return shell(site, {
    address,
    title: `${summary} · ${api.document.info.title}`,
    description: `${operationId}: ${method.toUpperCase()} ${path}`,
    body: html`<div class="content with-sidebar">
<main id="main"${attributes({ "data-operation": operationId, "data-method": method, "data-path": path })}>
<p class="eyebrow">${api.document.info.title}</p>
<h1>${summary}</h1>
<p class="request-line"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
${markdown(operation.description, view.operationLink)}
<p><a href="${link(address, addresses.referenceOperation(api.name, operationId))}">Open <code>${operationId}</code> in the interactive reference</a></p>
${exampleRequests(view)}
${security(view)}
${servers(view)}
${parameters(view)}
${requestBody(view)}
${responses(view)}
</main>
${sidebar(site, address)}
</div>`,
  });
}

function sidebar(site: Site, address: string): Html {
  return html`<nav class="sidebar" aria-label="Operations">
${site.apis.map(
  (api) => html`<h2>${api.document.info.title}</h2>
<ul>
${api.operations.map(({ operationId, summary }) => {
  const target = addresses.operation(operationId);
  const current = attributes({
    "aria-current": target === address ? "page" : undefined,
  });
  return html`<li><a href="${link(address, target)}"${current}>${summary}</a></li>
`;
})}</ul>
`,
)}</nav>`;
}
