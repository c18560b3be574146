import { type OpenApiDocument, type Operation, type Parameter, resolve } from "@image-apis/spec";
import type { Api } from "../api.ts";
import { chosenExchanges, httpMessage } from "../http-message.ts";
import { queryText } from "../query-text.ts";

/**
 * The document as Redoc is given it: with a sample of each operation's plainest request, and lists in a query as
 * they travel. Redoc's own samples show a file as the text "string", and its lists are JSON.
 */
export function documentForRedoc(api: Api): OpenApiDocument {
  const document = structuredClone(api.document);
  for (const operation of api.operations) {
    const target = document.paths[operation.path]?.[operation.method];
    if (target === undefined) continue;
    for (const node of target.parameters ?? []) {
      writeListsAsText(api, operation, resolve<Parameter>(document, node));
    }
    const [exchange] = chosenExchanges(api, operation);
    if (exchange === undefined) continue;
    const source = httpMessage(api.document, operation, exchange);
    Object.assign(target, { "x-codeSamples": [{ lang: "HTTP", source }] });
  }
  return document;
}

/** Redoc writes `name=` in front of what it finds. */
function writeListsAsText(api: Api, operation: Operation, parameter: Parameter): void {
  if (parameter.in !== "query") return;
  for (const example of Object.values(parameter.examples ?? {})) {
    if (!Array.isArray(example.value)) continue;
    const text = queryText(api, operation, parameter.name, example.value);
    example.value = text.slice(parameter.name.length + 1);
  }
}
