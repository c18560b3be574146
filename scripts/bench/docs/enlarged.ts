import { type Exchange, operations } from "@image-apis/spec";
import type { Api } from "../../../apps/docs/src/site/api.ts";
import type { SiteInputs } from "../../../apps/docs/src/site/inputs.ts";

/**
 * The inputs of the site as many times over: each document has every path again below `/copy-<n>`, made of the same
 * components, with its exchanges and samples.
 */
export function enlarged({ apis, guides, samples }: SiteInputs, times: number): SiteInputs {
  const copies = Array.from({ length: times - 1 }, (_, index) => index + 1);
  const copied = copies.flatMap((n) =>
    [...samples].map(([key, set]) => [named(key, n), set] as const),
  );
  return {
    apis: apis.map((api) => enlargedApi(api, copies)),
    guides,
    samples: new Map([...samples, ...copied]),
  };
}

function enlargedApi(api: Api, copies: readonly number[]): Api {
  const document = structuredClone(api.document);
  for (const n of copies) {
    for (const [path, item] of Object.entries(api.document.paths)) {
      const copy = structuredClone(item);
      for (const operation of Object.values(copy)) {
        if (typeof operation !== "object" || !("operationId" in operation)) continue;
        operation.operationId = named(String(operation.operationId), n);
      }
      document.paths[`/copy-${n}${path}`] = copy;
    }
  }
  const exchanges = copies.flatMap((n) => api.exchanges.map((exchange) => again(exchange, n)));
  return {
    ...api,
    document,
    operations: operations(document),
    exchanges: [...api.exchanges, ...exchanges],
  };
}

function again(exchange: Exchange, n: number): Exchange {
  return { ...exchange, operationId: named(exchange.operationId, n) };
}

function named(operationId: string, n: number): string {
  return `${operationId}Copy${n}`;
}
