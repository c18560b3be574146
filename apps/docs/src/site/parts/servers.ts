import { html } from "../html.ts";
import { markdown } from "../markdown.ts";
import type { OperationView } from "../view.ts";

/** The hosts an operation is served from, with the variables of their addresses. */
export function servers({ operation, wordLink }: OperationView) {
  return html`<section aria-labelledby="servers">
<h2 id="servers">Servers</h2>
<ul class="plain">
${operation.servers.map(
  (server) => html`<li data-operation="${operation.operationId}" data-server="${server.url}">
<p><code>${server.url}</code> ${server.description}</p>
<ul class="fields">
${Object.entries(server.variables ?? {}).map(
  ([
    name,
    variable,
  ]) => html`<li><code class="name">{${name}}</code> <span class="type">by default</span> <code>${variable.default}</code>
${variable.enum && html`<p>One of ${variable.enum.map((value) => html`<code>${value}</code> `)}</p>`}
${markdown(variable.description, wordLink)}</li> `,
)}</ul>
</li> `,
)}</ul>
</section>`;
}
