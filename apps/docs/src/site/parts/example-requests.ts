import { type Html, html } from "../html.ts";
import { chosenExchanges, httpMessage } from "../http-message.ts";
import type { OperationView } from "../view.ts";

/** One complete request for each form of the body, as it travels. */
export function exampleRequests({ api, operation }: OperationView): Html {
  const exchanges = chosenExchanges(api, operation);
  if (exchanges.length === 0) return [];
  return html`${exchanges.map(
    (exchange) => html`<details class="example">
<summary>As it travels: ${exchange.summary}</summary>
<pre data-language="http" data-operation="${operation.operationId}" data-exchange="${exchange.name}">${httpMessage(api.document, operation, exchange)}</pre>
</details> `,
  )}`;
}
