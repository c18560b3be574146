import { type Html, html } from "./html/html.ts";
import { page } from "./html/page.ts";
import {
  type ConformanceReport,
  isNothingChecked,
  type OperationResult,
  type Result,
} from "./report.ts";
import { index } from "./report-index.ts";
import { closingLines } from "./report-text.ts";

/** Writes a report as a page that stands alone. */
export function conformanceHtml(report: ConformanceReport): string {
  const { document, target, startedAt, operations, leftBehind, notRemoved, counts } = report;
  const isGood = counts.differs === 0 && notRemoved === undefined && !isNothingChecked(report);
  return page(
    `${document.title}: conformance`,
    html`<p><strong class="${isGood ? "ok" : "red"}">${word(report)}</strong>
<code>${target}</code> against version ${document.version} of the document, ${startedAt}.</p>
${closingLines(report)
  .split("\n")
  .map((line) => html`<p>${line}</p>`)}
${leftBehind.length > 0 && html`<h2>Left behind</h2><ul>${leftBehind.map((it) => html`<li>${it}</li>`)}</ul>`}
${index(report)}
${operations.map(section)}`,
  );
}

function word(report: ConformanceReport): string {
  const { counts } = report;
  if (isNothingChecked(report)) return "Nothing was checked.";
  if (counts.differs > 0) return "Differs.";
  if (report.notRemoved !== undefined) return "Leaves something behind.";
  return counts["not sent"] === 0 ? "Conforms." : "Conforms, as far as it was sent.";
}

function section({ operationId, method, path, results }: OperationResult): Html {
  return html`<h2 id="${operationId}">${operationId}</h2>
<p><code>${method} ${path}</code></p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${operationId}">
<table>
<thead><tr>${["Exchange", "What it is", "Where it comes from", "Outcome"].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${results.map(
    (result) => html`
<tr><th scope="row">${result.name}</th><td>${result.summary}</td><td>${origin(result)}</td>${outcome(operationId, result)}</tr>`,
  )}
</tbody>
</table>
</div>
${results.filter((it) => it.outcome === "differs").map((it) => finding(operationId, it))}`;
}

function origin({ kind, evidence }: Result): string {
  return kind === "refusal" ? "our own refusal" : `${evidence?.source}, ${evidence?.status}`;
}

function outcome(operationId: string, { outcome: word, reason, name }: Result): Html {
  if (word === "differs") {
    return html`<td class="red"><a href="#${anchor(operationId, name)}">differs</a></td>`;
  }
  return html`<td class="${word === "conforms" ? "ok" : "quiet"}">${word}${reason !== undefined && `: ${reason}`}</td>`;
}

/** Where what differs is shown. */
const anchor = (operationId: string, name: string) => `${operationId}/${name}`;

function finding(
  operationId: string,
  { name, request, differences, received, evidence }: Result,
): Html {
  return html`<section class="finding"><h3 id="${anchor(operationId, name)}">${name}</h3>
<p><code>${request}</code></p>
${differences.map(
  ({ what, expected, received: came }) => html`<p>${what}</p>
<dl><dt>expected</dt><dd><code>${expected}</code></dd><dt>received</dt><dd><code>${came}</code></dd></dl>`,
)}
${received !== undefined && html`<p>The response</p><pre>${received}</pre>`}
${evidence?.reason !== undefined && html`<p class="quiet">Inferred: ${evidence.reason}</p>`}
</section>`;
}
