import { attributes, type Html, html } from "../html.ts";
import type { Site } from "../site.ts";

/** The samples of an operation, one after the other; a script adds the copy buttons. */
export function sampleSection(site: Site, operationId: string): Html {
  const set = site.samples.get(operationId);
  if (set === undefined) {
    return html`<section aria-labelledby="samples">
<h2 id="samples">Samples</h2>
<p>There are none yet: write them into <code>samples/${operationId}/</code>.</p>
</section>`;
  }
  const run = set.samples.filter(({ language }) => language.isRun);
  const names = run.map(({ language }) => language.title);
  return html`<section aria-labelledby="samples">
<h2 id="samples">Samples</h2>
<p>They talk to <a href="../../guides/testing-against-the-mock/">the mock</a> with made-up credentials, and send files of
<code>spec/fixtures/</code>. Run them in <a href="../../guides/quickstart/#run-a-program">the root of your clone</a>. Those in ${new Intl.ListFormat("en").format(names)} are executed in the tests of this
repository, and what they send is compared with the document.</p>
${set.samples.map(
  ({ language, text }, i) => html`<details class="sample"${attributes({ open: i === 0 })}>
<summary>${language.title}</summary>
<pre data-copy data-sample="${language.file}" data-operation="${operationId}" data-language="${language.id}">${text}</pre>
</details>
`,
)}</section>`;
}
