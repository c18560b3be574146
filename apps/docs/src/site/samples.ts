import type { SampleSet } from "@image-apis/samples";
import type { Api } from "./api.ts";

/**
 * @throws Error where a sample has no operation or no exchange, or an operation that is no draft no samples; with the
 * file.
 */
export function checkedSamples(
  apis: readonly Api[],
  samples: Map<string, SampleSet>,
  isDraft = false,
): Map<string, SampleSet> {
  const operations = new Set(
    apis.flatMap((api) => api.operations.map(({ operationId }) => operationId)),
  );
  const exchanges = new Set(
    apis.flatMap((api) => api.exchanges.map(({ operationId, name }) => `${operationId}/${name}`)),
  );
  for (const { operationId, exchange } of samples.values()) {
    const file = `samples/${operationId}/sample.json:1`;
    if (!operations.has(operationId)) throw new Error(`${file}: there is no such operation.`);
    if (!exchanges.has(`${operationId}/${exchange}`)) {
      throw new Error(`${file}: ${operationId} has no exchange "${exchange}".`);
    }
  }
  for (const operationId of operations) {
    if (!isDraft && !samples.has(operationId))
      throw new Error(`samples/${operationId}/sample.json is missing.`);
  }
  return samples;
}
