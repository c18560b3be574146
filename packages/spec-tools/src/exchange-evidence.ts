import { readEvidence } from "../build/evidence.ts";
import { readExchanges } from "../build/exchanges.ts";
import type { Sources } from "../build/sources.ts";
import type { OpenApiDocument } from "../src/document.ts";
import { exchangeProblems } from "../src/evidence/exchanges.ts";
import { operations } from "../src/operation.ts";
import type { Finding } from "./finding.ts";
import { placeOf } from "./place.ts";

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
          ...placeOf(source, [at]),
          severity: "error",
          rule: "exchange-evidence",
          message,
          page: "spec/README.md",
        },
      ];
    },
  );
}
