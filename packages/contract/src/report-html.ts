import { type Html, html, page } from "@image-apis/conformance/pages";
import type { Cell } from "./cell.ts";
import { type CoverageRow, rowName } from "./coverage/coverage.ts";
import type { Report, ReportRow } from "./report.ts";

/** Writes a report as a page that stands alone. */
export function reportHtml(report: Report): string {
  return page(
    "Every documented exchange, on every face",
    html`
${summary(report)}
${findings(report)}
<h2 id="grid">Grid</h2>
<p>Down: one documented request with its response, by operation; ✗ is a request of our own that breaks a rule and is
refused. Across: what is made from the documents. A cell that is not <span class="ok">ok</span> says why:
nobody documents it, or the client has no words for it.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="grid">
<table>
<thead><tr><th scope="col">Exchange</th>${report.faces.map((face) => html`<th scope="col">${face}</th>`)}</tr></thead>
<tbody>
${report.rows.map(
  (row, index) => html`${groupOf(row, report.rows[index - 1], report.faces.length + 1)}
<tr><th scope="row" title="${row.summary}">${row.kind === "refusal" && "✗ "}${row.name}</th>${report.faces.map((face) => cell(row.cells[face]))}</tr>`,
)}
</tbody>
</table>
</div>
${coverageTable(report)}`,
  );
}

function summary({ isProved, faces, notes, rows, coverage }: Report): Html {
  const count = (kind: ReportRow["kind"]) => rows.filter((row) => row.kind === kind).length;
  const shown = coverage.filter(({ exchanges }) => exchanges.length > 0).length;
  return html`<p><strong class="${isProved ? "ok" : "red"}">${isProved ? "Proved." : "Not proved."}</strong>
${count("exchange")} exchanges and ${count("refusal")} refusals on ${faces.length} faces;
${shown} of ${coverage.length} declared things shown by an exchange, the others with a reason.</p>
${notes.map((note) => html`<p><strong>${note}</strong></p>`)}`;
}

function findings({ rows, faces, coverageFaults }: Report): Html {
  const cells = rows.flatMap((row) => faces.map((face) => ({ row, face, state: row.cells[face] })));
  return html`${cells.map(({ row, face, state }) => {
    if (state?.state !== "red" && state !== undefined) return undefined;
    return html`<section class="finding"><h3>${row.operationId} ${row.name} (${face})</h3>
${
  state === undefined
    ? html`<p>Empty: nobody looked.</p>`
    : state.differences.map(
        ({ what, expected, received }) => html`<p>${what}</p>
<dl><dt>expected</dt><dd><code>${expected}</code></dd><dt>received</dt><dd><code>${received}</code></dd></dl>`,
      )
}
<p class="quiet">${row.file}</p></section>`;
  })}${coverageFaults.map((fault) => html`<section class="finding"><h3>Coverage</h3><p>${fault}</p></section>`)}`;
}

function groupOf(row: ReportRow, before: ReportRow | undefined, span: number): Html | undefined {
  if (before?.operationId === row.operationId && before.api === row.api) return undefined;
  return html`<tr class="group"><th scope="rowgroup" colspan="${span}">${row.api} ${row.operationId}</th></tr>`;
}

function cell(state: Cell | undefined): Html {
  if (state === undefined) return html`<td class="red">empty</td>`;
  if (state.state === "stated") return html`<td class="quiet">${state.reason}</td>`;
  return html`<td class="${state.state}">${state.state}</td>`;
}

function coverageTable({ coverage }: Report): Html {
  return html`<h2 id="coverage">Coverage</h2>
<p>What the documents declare, and the exchanges that show it. A row without one says why: no
sample program sends it, nobody documents it, or the client has no words for it.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="coverage">
<table>
<thead><tr>${[
    "Operation",
    "Request",
    "Parameter",
    "Credentials",
    "Status",
    "Error",
    "Response",
    "Exchanges",
  ].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${coverage.map(
  (
    row,
  ) => html`<tr id="${rowName(row).replaceAll(/[^\w-]+/g, "-")}"><th scope="row">${row.operationId}</th>${values(row)}${shown(row)}</tr>
`,
)}</tbody>
</table>
</div>`;
}

function values({ request, parameter, credentials, status, error, answer }: CoverageRow): Html[] {
  return [request, parameter, credentials, status, error, answer].map(
    (value) => html`<td>${value ?? ""}</td>`,
  );
}

function shown({ exchanges, reason }: CoverageRow & { reason?: string }): Html {
  if (exchanges.length > 0) return html`<td>${exchanges.join(", ")}</td>`;
  if (reason === undefined) return html`<td class="red">empty</td>`;
  return html`<td class="quiet">none: ${reason}</td>`;
}
