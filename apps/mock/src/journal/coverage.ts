import { type ContractOperation, examplesOf, type HandledRequest } from "@image-apis/http-contract";
import { exchangeMatch } from "./exchange-match.ts";

/** What of the documents has been exercised. */
export interface CoverageReport {
  exchanges: { documented: number; exercised: number };
  operations: OperationCoverage[];
}

export interface OperationCoverage {
  api: string;
  operationId: string;
  calls: number;
  /** Every documented response, once for each of its examples, and how often it was given. */
  responses: { status: number; example: string | undefined; given: number }[];
  /** An exchange is exercised by a request with its values, credentials and body that got its response. */
  exchanges: { id: string; exercised: boolean }[];
}

interface Counts {
  calls: number;
  responses: Map<string, number>;
  exchanges: Set<string>;
}

/** Counts which documented exchanges and responses clients have exercised. */
export class Coverage {
  readonly #counts = new Map<string, Counts>();

  add({ request, trace, answer }: HandledRequest): void {
    const { served, response } = trace;
    if (served === undefined || answer === undefined) return;
    const counts = this.#countsOf(served);
    counts.calls += 1;
    if (response === undefined) return;
    const key = responseKey(response.status, response.example);
    counts.responses.set(key, (counts.responses.get(key) ?? 0) + 1);
    // Once is enough to know; a busy client need not be compared again and again.
    const unseen = served.exchanges.filter(({ id }) => !counts.exchanges.has(id));
    if (unseen.length === 0) return;
    for (const { id } of unseen.filter(exchangeMatch(request, trace, answer))) {
      counts.exchanges.add(id);
    }
  }

  clear(): void {
    this.#counts.clear();
  }

  report(operations: readonly ContractOperation[]): CoverageReport {
    const covered = operations.map((served) => this.#operation(served));
    const exchanges = covered.flatMap((it) => it.exchanges);
    const exercised = exchanges.filter((it) => it.exercised).length;
    return { exchanges: { documented: exchanges.length, exercised }, operations: covered };
  }

  #operation(served: ContractOperation): OperationCoverage {
    const { api, operation, exchanges } = served;
    const counts = this.#counts.get(countsKey(served));
    const given = (status: number, example: string | undefined) => ({
      status,
      example,
      given: counts?.responses.get(responseKey(status, example)) ?? 0,
    });
    return {
      api,
      operationId: operation.operationId,
      calls: counts?.calls ?? 0,
      responses: Object.keys(operation.responses)
        .map(Number)
        .flatMap((status) => {
          const examples = examplesOf(operation, status);
          return examples.length === 0
            ? [given(status, undefined)]
            : examples.map((example) => given(status, example));
        }),
      exchanges: exchanges.map(({ id }) => ({
        id,
        exercised: counts?.exchanges.has(id) ?? false,
      })),
    };
  }

  #countsOf(served: ContractOperation): Counts {
    const key = countsKey(served);
    const counts = this.#counts.get(key) ?? {
      calls: 0,
      responses: new Map<string, number>(),
      exchanges: new Set<string>(),
    };
    this.#counts.set(key, counts);
    return counts;
  }
}

function countsKey({ api, operation }: ContractOperation): string {
  return `${api} ${operation.operationId}`;
}

function responseKey(status: number, example: string | undefined): string {
  return `${status} ${example ?? ""}`;
}
