import type { Example } from "@image-apis/spec";
import { type Html, html } from "../html.ts";
import { markdown, type WordLink } from "../markdown.ts";

/** An example with its value as JSON, under its summary; `marks` say whose it is. */
export function exampleBlock(
  marks: Record<string, string>,
  key: string,
  example: Example,
  wordLink: WordLink,
  evidence: Html,
  isOpen: boolean,
): Html {
  const when = [example["x-when"] ?? []].flat();
  const code = example["x-error-code"];
  const all = {
    ...marks,
    "data-example": key,
    "data-error-code": code,
    "data-when": when.join(" ") || undefined,
  };
  const page = code === undefined ? undefined : wordLink(String(code));
  return html`<details class="example" open=${isOpen}>
<summary>${example.summary ?? key} <span class="type">${marks["data-media-type"]}</span></summary>
<div class="about">${page && html`<p><a href="${page}">Error ${code}: cause and fix</a></p>`}${evidence}
${markdown(example.description, wordLink)}
${when.length > 0 && html`<p>When: ${when.map((condition) => html`<code>${condition}</code> `)}</p>`}</div>
<pre data-language="json" ...${all}>${JSON.stringify(example.value, null, 2)}</pre>
</details> `;
}
