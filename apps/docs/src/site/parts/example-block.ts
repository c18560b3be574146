import type { Example } from "@image-apis/spec";
import { type Html, html } from "../html.ts";
import { markdown, type WordLink } from "../markdown.ts";

/** An example with its value as JSON; `marks` say whose it is. */
export function exampleBlock(
  marks: Record<string, string>,
  key: string,
  example: Example,
  wordLink: WordLink,
  evidence: Html,
): Html {
  const when = [example["x-when"] ?? []].flat();
  const code = example["x-error-code"];
  const all = {
    ...marks,
    "data-example": key,
    "data-error-code": code,
    "data-when": when.join(" ") || undefined,
  };
  return html`<figure>
<figcaption><strong>${example.summary ?? key}</strong> <span class="type">${marks["data-media-type"]}</span>${code !== undefined && html` <a href="${wordLink(String(code)) ?? "#"}">error ${code}</a>`}${evidence}
${markdown(example.description, wordLink)}
${when.length > 0 && html`<p>When: ${when.map((condition) => html`<code>${condition}</code> `)}</p>`}
</figcaption>
<pre data-language="json" ...${all}>${JSON.stringify(example.value, null, 2)}</pre>
</figure>`;
}
