import type { Operation } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { evidenceMarks } from "../evidence/evidence-index.ts";
import { ownPolicy } from "../frame/theme.ts";
import { html } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { Page, Parent } from "../page.ts";
import { evidenceLinks } from "../parts/evidence-marks.ts";
import { exampleRequests } from "../parts/example-requests.ts";
import { parameters } from "../parts/parameters.ts";
import { requestBody } from "../parts/request-body.ts";
import { responses } from "../parts/responses.ts";
import { row } from "../parts/row.ts";
import { sampleSection } from "../parts/samples.ts";
import { security } from "../parts/security.ts";
import { servers } from "../parts/servers.ts";
import { type Site, wordLinks } from "../site.ts";
import type { OperationView } from "../view.ts";

/** Only a mock on the reader's own machine may be asked; a vendor's host is out of reach. */
const mayAskTheMock = ownPolicy({
  images: "blob:",
  connections: "http://127.0.0.1:* http://localhost:*",
});

/** The static page of one operation: everything the document says about it, complete without JavaScript. */
export function operationPage(site: Site, api: Api, operation: Operation): Page {
  const { operationId, method, path, summary } = operation;
  const address = addresses.operation(operationId);
  const marksAt = evidenceMarks(api);
  const view: OperationView = {
    api,
    operation,
    wordLink: wordLinks(site, address),
    evidence: (...pointers) => evidenceLinks(address, pointers.flatMap(marksAt)),
  };
  const intro = html`<p class="request-line"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code>${view.evidence(operation.pointer)}</p>
${markdown(operation.description, view.wordLink)}
<p class="elsewhere"><code>${operationId}</code> <a href="${link(address, addresses.referenceOperation(api.name, operationId))}">Interactive reference</a>
<a href="index.md">Markdown</a> <a href="${link(address, addresses.bundle(api.name, "yaml"))}">OpenAPI</a></p>
<div class="try" data-try="try.json" hidden></div>`;
  const samples = html`${sampleSection(site, api, operationId)}
${exampleRequests(view)}`;
  return {
    address,
    title: `${summary} · ${api.document.info.title}`,
    description: firstSentence(operation.description),
    policy: mayAskTheMock,
    layout: "operation",
    parents: [apiParent(api)],
    marks: { "data-operation": operationId, "data-method": method, "data-path": path },
    content: html`<h1>${summary}</h1>
${row(intro, samples)}
${security(view)}
${servers(view)}
${parameters(view)}
${requestBody(view)}
${responses(view)}`,
  };
}

/** The operations of an API on the first page. */
export function apiParent({ name, document }: Api): Parent {
  return { address: `${addresses.landing}#${name}`, text: document.info.title };
}

/** Without the marks of Markdown. */
function firstSentence(description: string): string {
  const [sentence = ""] = description.split(/(?<=\.)\s/, 1);
  return sentence.replace(/[`*]/g, "").replace(/\s+/g, " ");
}
