import type { Operation } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { evidenceMarks } from "../evidence/evidence-index.ts";
import { html } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { Page, Sidebar } from "../page.ts";
import { evidenceLinks } from "../parts/evidence-marks.ts";
import { exampleRequests } from "../parts/example-requests.ts";
import { sectionLinks } from "../parts/on-this-page.ts";
import { parameters } from "../parts/parameters.ts";
import { requestBody } from "../parts/request-body.ts";
import { responses } from "../parts/responses.ts";
import { sampleSection } from "../parts/samples.ts";
import { security } from "../parts/security.ts";
import { servers } from "../parts/servers.ts";
import { type Site, wordLinks } from "../site.ts";
import type { OperationView } from "../view.ts";

/** Only a mock on the reader's own machine may be asked; a vendor's host is out of reach. */
const mayAskTheMock =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; " +
  "connect-src 'self' http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'";

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
  const sections = html`${sampleSection(site, api, operationId)}
${exampleRequests(view)}
${security(view)}
${servers(view)}
${parameters(view)}
${requestBody(view)}
${responses(view)}`;
  return {
    address,
    title: `${summary} · ${api.document.info.title}`,
    description: firstSentence(operation.description),
    policy: mayAskTheMock,
    marks: { "data-operation": operationId, "data-method": method, "data-path": path },
    content: html`<p class="eyebrow">${api.document.info.title}</p>
<h1>${summary}</h1>
<p class="request-line"><span class="method">${method.toUpperCase()}</span> <code>${path}</code>${view.evidence(operation.pointer)}</p>
${markdown(operation.description, view.wordLink)}
<p class="elsewhere">Open <a href="${link(address, addresses.referenceOperation(api.name, operationId))}"><code>${operationId}</code> in the interactive reference</a>
or <a href="index.md">this page as Markdown</a>.</p>
${sectionLinks(sections)}
<div class="try" data-try="try.json" hidden></div>
${sections}`,
    sidebar: operationsSidebar(site),
  };
}

/** Every operation of every API. */
export function operationsSidebar(site: Site): Sidebar {
  const groups = site.apis.map(({ document, operations }) => ({
    title: document.info.title,
    entries: operations.map(({ operationId, summary }) => ({
      address: addresses.operation(operationId),
      text: summary,
    })),
  }));
  return { label: "Operations", groups };
}

/** Without the marks of Markdown. */
function firstSentence(description: string): string {
  const [sentence = ""] = description.split(/(?<=\.)\s/, 1);
  return sentence.replace(/[`*]/g, "").replace(/\s+/g, " ");
}
