import type { Api } from "../api.ts";
import { type Html, html } from "../html.ts";

/** What every page ends with. */
export interface Footer {
  /** Each document with its version. */
  documents: readonly { title: string; version: string }[];
  /** The day the newest of the vendors' pages was read, as `2026-11-21`. */
  readOn: string;
  /** Where the repository stands and what is wrong is reported; nothing where that is not known. */
  repositoryUrl: string | undefined;
}

/** Reads it from the documents and their inventories. */
export function footerOf(apis: readonly Api[], repositoryUrl: string | undefined): Footer {
  const documents = apis.map(({ document: { info } }) => info);
  const days = apis.flatMap(({ evidence }) => evidence.inventories.map(({ read }) => read));
  return { documents, readOn: days.sort().at(-1) ?? "", repositoryUrl };
}

export function footer({ documents, readOn, repositoryUrl }: Footer): Html {
  const versions = documents.map(({ title, version }) => `${title} ${version}`).join(", ");
  const day = new Date(readOn).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return html`<footer class="site-footer">
<p>${versions}. Vendor pages read on <time datetime="${readOn}">${day}</time>. MIT licence.
${repositoryUrl && html`<a href="${repositoryUrl}">Source</a> · <a href="${repositoryUrl}/issues">Report a mistake</a>`}</p>
<p>An independent description, not the vendors' own.</p>
</footer>`;
}
