import { type SecurityScheme, securityScheme } from "@image-apis/spec";
import { type Html, html } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { OperationView } from "../view.ts";

/** How a caller signs in: the alternatives, then each scheme that takes part in one. */
export function security({ api, operation, wordLink, evidence }: OperationView): Html {
  const { operationId, security: requirements } = operation;
  const names = [...new Set(requirements.flatMap((requirement) => Object.keys(requirement)))];
  return html`<section aria-labelledby="authentication">
<h2 id="authentication">Authentication</h2>
${
  names.length === 0
    ? html`<p data-operation="${operationId}" data-security="">None.</p>`
    : html`<p>${requirements.length > 1 && "One of these:"}</p>
<ul>
${requirements.map((requirement) => {
  const together = Object.keys(requirement);
  return html`<li data-operation="${operationId}" data-security="${together.join(" ")}">${together.join(" with ") || "no credentials"}</li> `;
})}</ul>`
}
<ul class="fields">
${names.map((name) => {
  const scheme = securityScheme(api.document, name);
  return html`<li><code class="name">${name}</code> <span class="type">${carriedBy(scheme)}</span>${evidence(`/components/securitySchemes/${name}`)}
${markdown(scheme.description, wordLink)}</li> `;
})}</ul>
</section>`;
}

function carriedBy(scheme: SecurityScheme): string {
  return scheme.type === "apiKey"
    ? `${scheme.in} ${scheme.name}`
    : `header Authorization: ${scheme.scheme}`;
}
