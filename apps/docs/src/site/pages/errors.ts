import { addresses, link } from "../addresses.ts";
import type { DocumentedError } from "../errors/documented-errors.ts";
import { type ListedCode, listedCodes } from "../errors/listed-codes.ts";
import { type Html, html, joined, scrolling } from "../html.ts";
import type { Page } from "../page.ts";
import type { Site } from "../site.ts";
import { errorName } from "./error.ts";

/** The index of all failures, by code and by symptom. */
export function errorsPage(site: Site): Page {
  const address = addresses.errors;
  const coded = site.errors.filter(({ code }) => code !== undefined);
  return {
    address,
    title: "Errors by code and by symptom",
    description: "Every documented failure: what it means, how to fix it, how to reproduce it.",
    content: html`<h1>Errors</h1>
<p>What the vendors document, and what the documents say about it. <a href="${link(address, addresses.guide("errors-and-retries"))}">Errors
and retries</a> says what to do about them in a program.</p>
<h2 id="by-code">By code</h2>
${scrolling(
  "Errors by code",
  html`<table>
<thead><tr><th scope="col">Code</th><th scope="col">When</th><th scope="col">Operations</th></tr></thead>
<tbody>
${coded.map(
  (error) =>
    html`<tr><td>${errorLink(address, error, String(error.code))}</td><td>${symptoms(error)}</td><td>${operationLinks(address, error)}</td></tr> `,
)}</tbody>
</table>`,
)}
<h2 id="by-symptom">By symptom</h2>
<ul>
${bySymptom(site).map(
  ([symptom, error]) =>
    html`<li>${errorLink(address, error, symptom)} <span class="type">${error.code ?? "no code"}, ${error.api.document.info.title}</span></li> `,
)}</ul>
${listedSection(listedCodes(site.apis), link(address, addresses.guide("errors-and-retries")))}
<h2 id="from-the-mock">Responses that only the mock sends</h2>
<p>For a faulty request that the OpenAPI files name no error for, the mock returns <code>application/problem+json</code>, which
says what is wrong and what to do. No vendor sends that.</p>`,
  };
}

/** What stands in a vendor's table and has no page here. */
function listedSection(codes: readonly ListedCode[], guide: string): Html {
  if (codes.length === 0) return [];
  return html`<h2 id="listed-only">Codes without a documented response</h2>
<p>The vendor's pages name these codes, but no operation documents a response with them, so they have no page and the mock
never sends them. If you receive one in <code>errors</code>, treat it as any other failure: <a href="${guide}">errors and retries</a>.</p>
${scrolling(
  "Codes without a documented response",
  html`<table>
<thead><tr><th scope="col">Code</th><th scope="col">Where it stands</th><th scope="col">What is known</th></tr></thead>
<tbody>
${codes.map(
  ({ code, title, address, place, why }) => html`<tr data-listed-code="${code}"><td>${code}</td>
<td><a href="${address}">${title}</a>, ${place}</td><td>${why}</td></tr> `,
)}</tbody>
</table>`,
)}`;
}

function bySymptom({ errors }: Site): [symptom: string, error: DocumentedError][] {
  return errors
    .flatMap((error) =>
      error.conditions.map(({ symptom }): [string, DocumentedError] => [symptom, error]),
    )
    .sort(([a], [b]) => a.localeCompare(b, "en"));
}

function errorLink(from: string, error: DocumentedError, text: string): Html {
  return html`<a href="${link(from, addresses.error(error.key))}" title="${errorName(error)}">${text}</a>`;
}

function symptoms({ conditions }: DocumentedError): string {
  return conditions.map(({ symptom }) => symptom).join("; or: ");
}

function operationLinks(from: string, { occurrences }: DocumentedError): Html {
  return joined(
    occurrences.map(
      ({ operation: { operationId } }) =>
        html`<a href="${link(from, addresses.operation(operationId))}">${operationId}</a>`,
    ),
  );
}
