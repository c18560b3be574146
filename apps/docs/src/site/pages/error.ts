import { toPointer } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { DocumentedError, Occurrence } from "../errors/documented-errors.ts";
import { evidenceMarks } from "../evidence/evidence-index.ts";
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
    title: `${name} · ${error.api.document.info.title}`,
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
<h2 id="operations">Which operations respond with it</h2>
<p>Each command shows it on <a href="${link(address, addresses.guide("quickstart"))}#start-the-mock">a mock of your own</a>.
Run it in the root of your clone.</p>
${error.occurrences.map((occurrence) => occurrenceSection(site, error, occurrence, address))}`,
  };
}

/** `8083, an image is smaller than 10 KB`: the summary of its first example. */
export function errorName({ occurrences, key }: DocumentedError): string {
  return occurrences[0]?.answer.example.summary ?? key;
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
