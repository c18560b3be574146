import { type OpenApiDocument, operations } from "@image-apis/spec";
import { exchangeProblems } from "@image-apis/spec/evidence";
import { readEvidence, readExchanges, type Sources } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";
import { locationOf } from "./location.ts";

/**
 * Exchanges that claim more than the provenance of what they show, at the line that claims it. Their files must name
 * only what there is.
 */
export function overclaimingExchanges(
  sources: Sources,
  api: string,
  document: OpenApiDocument,
): Finding[] {
  const exchanges = readExchanges(sources, api, document, operations(document));
  return exchangeProblems(document, readEvidence(sources, api), exchanges).flatMap(
    ({ exchange, at, message }): Finding[] => {
      const source = sources.get(exchanges.find(({ id }) => id === exchange)?.file ?? "");
      if (source === undefined) return [];
      return [
        {
          ...locationOf(source, [at]),
          severity: "error",
          rule: "exchange-evidence",
          message,
          page: "spec/README.md",
        },
      ];
    },
  );
}
