import { toPointer } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import { concerned } from "../errors/concerned.ts";
import type { DocumentedError, Occurrence } from "../errors/documented-errors.ts";
import { secondReadings } from "../errors/second-readings.ts";
import { contradictionAnchor, evidenceMarks } from "../evidence/evidence-index.ts";
import { type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { Page } from "../page.ts";
import { evidenceLinks } from "../parts/evidence-marks.ts";
import { sampleOf } from "../samples.ts";
import { type Site, wordLinks } from "../site.ts";

/** One failure: what it means, how to fix it, who responds with it and which body, and how to see it on the mock. */
export function errorPage(site: Site, error: DocumentedError): Page {
  const address = addresses.error(error.key);
  const wordLink = wordLinks(site, address);
  const name = errorName(error);
  return {
    address,
    title: `Error ${name} · ${error.api.document.info.title}`,
    description: `${error.conditions.map(({ symptom }) => symptom).join(", or: ")}. What to do, and how to reproduce it.`,
    marks: { "data-error": error.key },
    parents: [{ address: addresses.errors, text: "Errors" }],
    content: html`<h1>${name}</h1>
<h2 id="meaning">What it means</h2>
<ul>
${error.conditions.map(
  ({ name: condition, symptom }) => html`<li>${symptom}. <code>${condition}</code></li> `,
)}</ul>
<h2 id="fix">How to fix it</h2>
${error.conditions.map(
  ({ symptom, remedy }) => html`${error.conditions.length > 1 && html`<h3>${symptom}</h3>`}
${markdown(remedy, wordLink)}`,
)}
${concernedList(error, address)}
${readings(error, address)}
<h2 id="operations">Operations that return this error</h2>
<p>Each command reproduces it on <a href="${link(address, addresses.guide("quickstart"))}#start-the-mock">a mock of your own</a>.
Run it in the root of your clone.</p>
${error.occurrences.map((occurrence) => occurrenceSection(site, error, occurrence, address))}
${related(site, error, address)}`,
  };
}

/** `8083, an image is smaller than 10 KB`: the summary of its first example. */
export function errorName({ occurrences, key }: DocumentedError): string {
  return occurrences[0]?.answer.example.summary ?? key;
}

/** The parts and parameters to look at. */
function concernedList(error: DocumentedError, from: string): Html {
  const found = concerned(error);
  if (found.length === 0) return [];
  return html`<p>Look at:</p>
<ul>
${found.map(
  ({ operationId, anchor, name }) =>
    html`<li>${name === undefined ? "the body itself" : html`<code>${name}</code>`} of <a href="${link(from, addresses.operation(operationId))}#${anchor}">${operationId}</a></li> `,
)}</ul>`;
}

/** Where the vendor's pages give the code further meanings. */
function readings(error: DocumentedError, from: string): Html {
  const found = secondReadings(error);
  if (found.length === 0) return [];
  return html`<h2 id="readings">What the vendor's pages say</h2>
<p>They do not agree about this code. If the causes above do not fit, one of these may.</p>
${found.map(
  ({ number, about, readings: all, taken, why }) => html`<h3>${about}</h3>
<ul>
${all.map((reading) => html`<li>${reading}</li> `)}</ul>
<p><strong>We use:</strong> ${taken}. ${why} <a href="${link(from, addresses.disagreements)}#${contradictionAnchor(error.api, number)}">Sources</a></p> `,
)}`;
}

/** The other errors of the same operations, and the guides. */
function related(site: Site, error: DocumentedError, from: string): Html {
  const operations = new Set(error.occurrences.map(({ operation }) => operation.pointer));
  const others = site.errors.filter(
    (it) =>
      it !== error &&
      it.api === error.api &&
      it.occurrences.some(({ operation }) => operations.has(operation.pointer)),
  );
  const guides = ["errors-and-retries", ...(isAboutBody(error) ? ["uploading"] : [])];
  return html`<h2 id="related">Related</h2>
<ul>
${site.guides
  .filter(({ name }) => guides.includes(name))
  .map(
    ({ name, title }) =>
      html`<li>Guide: <a href="${link(from, addresses.guide(name))}">${title}</a></li> `,
  )}
${others.map(
  (it) =>
    html`<li>Error <a href="${link(from, addresses.error(it.key))}">${errorName(it)}</a></li> `,
)}</ul>`;
}

function isAboutBody({ conditions }: DocumentedError): boolean {
  return conditions.some(({ kind }) => kind === "body");
}

function occurrenceSection(
  site: Site,
  error: DocumentedError,
  occurrence: Occurrence,
  from: string,
): Html {
  const { operation, answer, exchanges } = occurrence;
  const { operationId, summary } = operation;
  const { status, mediaType, key, example } = answer;
  const tokens = ["responses", String(status), "content", mediaType, "examples", key];
  const marks = evidenceMarks(error.api)(operation.pointer + toPointer(tokens));
  return html`<section aria-labelledby="${operationId}">
<h3 id="${operationId}"><a href="${link(from, addresses.operation(operationId))}#response-${status}">${summary}</a></h3>
<p>Status ${status}, <code>${mediaType}</code>${evidenceLinks(from, marks)}</p>
<pre data-language="json" data-operation="${operationId}" data-status="${status}" data-media-type="${mediaType}" data-example="${key}">${JSON.stringify(example.value, null, 2)}</pre>
${exchanges.map((exchange) => {
  const sample = sampleOf(site.samples, exchange.id, "curl");
  return (
    sample &&
    html`<p>${exchange.summary}</p>
<pre data-copy data-language="shell" data-reproduces="${exchange.id}">${sample.text}</pre> `
  );
})}</section> `;
}
