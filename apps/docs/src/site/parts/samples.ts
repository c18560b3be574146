import { type Sample, sampleLanguages } from "@image-apis/codegen";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type Html, html } from "../html.ts";
import { sampleKey } from "../samples.ts";
import type { Site } from "../site.ts";

/** The samples of the exchange that an operation's page shows, and the way to those of the others. */
export function sampleSection(site: Site, { name, exchanges }: Api, operationId: string): Html {
  const samples = site.samples.get(sampleKey(name, operationId));
  const set = samples?.sets.get(samples.first);
  if (samples === undefined || set === undefined) {
    return html`<section aria-labelledby="samples">
<h2 id="samples">Samples</h2>
<p>There are none yet: this operation has no exchange in <code>spec/${name}/exchanges/${operationId}/</code>.</p>
</section>`;
  }
  const exchange = exchanges.find(({ id }) => id === set.id);
  const others = samples.sets.size - 1;
  return html`<section aria-labelledby="samples">
<h2 id="samples">Samples</h2>
${languageTabs(operationId, set.samples)}
<p class="type"><strong>${exchange?.summary}.</strong> ${howToRun(addresses.operation(operationId))}</p>
${
  others > 0 &&
  html`<p><a href="samples/">Samples of ${others === 1 ? "the other exchange" : `the other ${others} exchanges`}</a> of
this operation, refused ones among them, in the same languages.</p> `
}</section>`;
}

/** What a reader needs to run a sample, and what was done with it. */
export function howToRun(from: string): Html {
  const to = (guide: string) => link(from, addresses.guide(guide));
  return html`Samples call <a href="${to("testing-against-the-mock")}">the mock</a> with made-up credentials and send files of
<code>spec/fixtures/</code>. Run them in <a href="${to("quickstart")}#run-a-program">the root of your clone</a>. The tests of this
repository run curl, both TypeScript forms and Python, and compare what they send and show with the document.
PowerShell and C# are parsed but not run.`;
}

/** One request in every language, one after the other; a script makes tabs of them and adds the copy buttons. */
export function languageTabs(operationId: string, samples: readonly Sample[]): Html {
  return html`<div class="samples" data-tabs>
${samples.map(({ language, file, text }, i) => {
  const { title, highlighter } = languageOf(language);
  return html`<details class="sample" data-tab="${language}" open=${i === 0}>
<summary>${title}</summary>
<pre data-copy data-sample="${file}" data-operation="${operationId}" data-language="${highlighter}">${text}</pre>
</details> `;
})}</div>`;
}

/** How a language of the samples is shown. */
export function languageOf(id: Sample["language"]): { title: string; highlighter: string } {
  const language = sampleLanguages.find((it) => it.id === id);
  if (language === undefined) throw new Error(`There is no language "${id}".`);
  return language;
}
