import { type Html, html } from "./html/html.ts";
import type { ConformanceReport, OperationResult, Outcome } from "./report.ts";

/** In the order of their columns, and how a count above 0 looks. */
const columns: [outcome: Outcome, head: string, style: string][] = [
  ["conforms", "conform", "ok"],
  ["differs", "differ", "red"],
  ["not sent", "not sent", "quiet"],
];

/** What a reader looks at first: every operation with its counts, a link to what was found. */
export function index({ operations, counts }: ConformanceReport): Html {
  return html`<nav aria-labelledby="operations">
<h2 id="operations">Operations</h2>
<table class="index">
<thead><tr><th scope="col">Operation</th>${columns.map(([, head]) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${operations.map(
    (operation) => html`
<tr><th scope="row"><a href="#${operation.operationId}">${words(operation.operationId)}</a></th>${columns.map(
      ([outcome, , style]) => cell(countOf(operation, outcome), style),
    )}</tr>`,
  )}
</tbody>
<tfoot><tr><th scope="row">All</th>${columns.map(([outcome, , style]) => cell(counts[outcome], style))}</tr></tfoot>
</table>
</nav>`;
}

function countOf({ results }: OperationResult, outcome: Outcome): number {
  return results.filter((it) => it.outcome === outcome).length;
}

/** A name that is broken between its words where there is no room for it. */
function words(name: string): Html[] {
  return name.split(/(?=[A-Z])/).map((word, i) => (i === 0 ? html`${word}` : html`<wbr>${word}`));
}

/** A zero says nothing; the others have their colour. */
function cell(count: number, style: string): Html {
  return html`<td class="${count === 0 ? "quiet" : style}">${count}</td>`;
}
