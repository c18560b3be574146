import { type Exchange, fixturesOf, isCommitted, type Operation } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";
import { howToRun, languageTabs } from "../parts/samples.ts";
import { sampleKey } from "../samples.ts";
import type { Site } from "../site.ts";
import { apiParent } from "./operation.ts";

/** The samples of every exchange of an operation; no page for one whose own page shows them all. */
export function samplesPage(site: Site, api: Api, operation: Operation): Page[] {
  const { operationId, summary } = operation;
  const samples = site.samples.get(sampleKey(api.name, operationId));
  if (samples === undefined || samples.sets.size < 2) return [];
  const address = addresses.samples(operationId);
  const exchanges = api.exchanges.filter((it) => it.operationId === operationId);
  const page: Page = {
    address,
    title: `Samples: ${summary} · ${api.document.info.title}`,
    description: `Every documented exchange of ${operationId} as a program in six languages.`,
    isAppendix: true,
    marks: { "data-samples": operationId },
    parents: [apiParent(api), { address: addresses.operation(operationId), text: summary }],
    content: html`<h1>Samples of <code>${operationId}</code></h1>
<p>${howToRun(address)}</p>
${exchanges.map((exchange) => {
  const set = samples.sets.get(exchange.name);
  return (
    set &&
    html`<section aria-labelledby="${exchange.name}">
<h2 id="${exchange.name}">${exchange.summary}</h2>
<p>${outcome(site, exchange, address)}${made(exchange)}</p>
${languageTabs(operationId, set.samples)}
</section> `
  );
})}`,
  };
  return [page];
}

/** The files that a reader does not find in a clone. */
function made({ request }: Exchange): Html {
  return [...new Set(fixturesOf(request.body))]
    .filter((name) => !isCommitted(name))
    .flatMap(
      (
        name,
      ) => html` The repository does not hold <code>${name}</code>, which is too large: the tests make it, with
<code>fixture("${name}")</code> of <code>@image-apis/spec</code>.`,
    );
}

/** What the exchange is answered with, and what has to happen before it. */
function outcome(site: Site, { response, given }: Exchange, from: string): Html {
  const { status, mediaType } = response;
  const after = given.map((id) => {
    const [api = "", operationId = "", name = ""] = id.split("/");
    const isAlone = site.samples.get(sampleKey(api, operationId))?.sets.size === 1;
    const place = isAlone
      ? `${addresses.operation(operationId)}#samples`
      : `${addresses.samples(operationId)}#${name}`;
    return html` Send <a href="${link(from, place)}">${name}</a> of <code>${operationId}</code> before it.`;
  });
  return status < 400
    ? html`Succeeds with ${status}${mediaType && html` and <code>${mediaType}</code>`}.${after}`
    : html`Is refused with ${status}.${after}`;
}
