import { type PageCount, pageCounts } from "@image-apis/spec/evidence";
import type { Api } from "../api.ts";
import { type Html, html, scrolling } from "../html.ts";

/** What became of every line of the vendor pages, counted from the inventories. */
export function pageCountTable(apis: readonly Api[]): Html {
  const counts = apis
    .flatMap(({ evidence }) => pageCounts(evidence))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return html`<section aria-labelledby="lines-read">
<h2 id="lines-read">Line by line</h2>
<p>Every line of the pages is read into an entry of its inventory, says again what an entry of another page says, or is left
out for a reason such as "heading". An entry is followed to the letter (exact), stands by a reading or a conclusion that is
listed below (reading), or is left out of the documents for a reason. <code>npm run lint</code> counts again whenever something changes.</p>
${scrolling(
  "Lines and entries of every page",
  html`<table>
<thead><tr><th scope="col">Page</th>${columns.map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${counts.map(
  (count) =>
    html`<tr data-page="${count.key}"><th scope="row"><a href="${count.address}">${count.title}</a></th>${cells([count])}</tr> `,
)}<tr data-page="all"><th scope="row">All pages</th>${cells(counts)}</tr>
</tbody>
</table>`,
)}
</section>`;
}

type Counted = Exclude<keyof PageCount, "key" | "title" | "address">;

const columns: { heading: string; count: Counted }[] = [
  { heading: "Lines", count: "lines" },
  { heading: "read", count: "readLines" },
  { heading: "as on another page", count: "repeatedLines" },
  { heading: "left out", count: "leftOutLines" },
  { heading: "unaccounted", count: "unaccountedLines" },
  { heading: "Entries", count: "entries" },
  { heading: "exact", count: "exact" },
  { heading: "reading", count: "readings" },
  { heading: "left out", count: "leftOut" },
  { heading: "unaccounted", count: "unaccounted" },
];

function cells(counts: readonly PageCount[]): Html {
  return columns.flatMap(({ count }) => {
    const sum = counts.reduce((total, it) => total + it[count], 0);
    return html`<td data-count="${count}">${sum}</td>`;
  });
}
