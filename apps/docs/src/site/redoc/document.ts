import { type OpenApiDocument, type Operation, type Parameter, resolve } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { languageOf } from "../parts/samples.ts";
import { queryText } from "../query-text.ts";
import { type Samples, sampleKey } from "../samples.ts";
import { addEvidenceLinks } from "./evidence-links.ts";

/**
 * The document as Redoc is given it: with the samples of each operation, lists in a query as they travel, and links to
 * where a statement comes from and to the plain pages. Redoc's own samples show a file as the text "string", and its lists are JSON.
 */
export function documentForRedoc(api: Api, samples: Samples): OpenApiDocument {
  const document = structuredClone(api.document);
  // An address that leads nowhere; the format of the document asks for one.
  Reflect.deleteProperty(document.info, "contact");
  document.info.description += `\n\n${downloads(api)}`;
  for (const operation of api.operations) {
    const target = document.paths[operation.path]?.[operation.method];
    if (target === undefined) continue;
    for (const node of target.parameters ?? []) {
      writeListsAsText(api, operation, resolve<Parameter>(document, node));
    }
    const own = samples.get(sampleKey(api.name, operation.operationId));
    const codeSamples = (own?.sets.get(own.first)?.samples ?? []).map(({ language, text }) => {
      const { title, highlighter } = languageOf(language);
      return { lang: highlighter, label: title, source: text };
    });
    const page = link(addresses.reference(api.name), addresses.operation(operation.operationId));
    const description = `${target.description}\n\n[This operation on a plain page](${page})`;
    Object.assign(target, { "x-codeSamples": codeSamples, description });
  }
  addEvidenceLinks(api, document);
  return document;
}

function downloads({ name }: Api): string {
  const to = (format: "yaml" | "json") =>
    link(addresses.reference(name), addresses.bundle(name, format));
  return `[The document as YAML](${to("yaml")}) or [as JSON](${to("json")})`;
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
