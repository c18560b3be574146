import type { ContractOperation } from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import { customerImages } from "./customer-images.ts";
import { personImages } from "./person-images.ts";
import type { Resource, StatefulOperation } from "./resource.ts";
import { rewardsFiles } from "./rewards-files.ts";
import { readSeed, type Seed } from "./seed.ts";

/** What the stateful mock remembers between requests. */
export class State {
  readonly #resources: readonly Resource[] = [customerImages(), rewardsFiles(), personImages()];
  readonly #seedFile: string | undefined;
  /** One reset after the other: each may hold as many images as the state does. */
  #lastReset: Promise<void> = Promise.resolve();

  /** @param seedFile the path of a seed; without one the start is what the documents show. */
  constructor(seedFile?: string) {
    this.#seedFile = seedFile;
  }

  /**
   * Starts again; the seed is read again. Where that fails, everything stays as it is.
   *
   * @throws Error for a seed that cannot be read, or documents without an operation that the state is about.
   */
  reset(operations: readonly ContractOperation[]): Promise<void> {
    const reset = this.#lastReset.then(() => this.#reset(operations));
    this.#lastReset = reset.catch(() => undefined);
    return reset;
  }

  async #reset(operations: readonly ContractOperation[]): Promise<void> {
    this.check(operations);
    const seed: Seed = this.#seedFile === undefined ? {} : readSeed(this.#seedFile);
    const starts = await Promise.all(
      this.#served(operations).map((it) =>
        it.start({ operation: (id) => found(operations, it.api, id) }, seed[it.name]),
      ),
    );
    for (const start of starts) start();
  }

  /** @throws Error where a served API lacks an operation that the state is about. */
  check(operations: readonly ContractOperation[]): void {
    for (const { api, operations: own } of this.#served(operations)) {
      for (const operationId of Object.keys(own)) found(operations, api, operationId);
    }
  }

  /** What the state does in an operation; `undefined` for one that keeps none, which is answered as documented. */
  operation({ api, operation: { operationId } }: ContractOperation): StatefulOperation | undefined {
    const resource = this.#resources.find((it) => it.api === api && operationId in it.operations);
    return resource?.operations[operationId];
  }

  /** The resources of the APIs that are served: one that was removed needs none. */
  #served(operations: readonly ContractOperation[]): Resource[] {
    const apis = new Set(operations.map(({ api }) => api));
    return this.#resources.filter(({ api }) => apis.has(api));
  }

  snapshot(): Record<string, Json> {
    return Object.fromEntries(this.#resources.map((it) => [it.name, it.snapshot()]));
  }
}

function found(
  operations: readonly ContractOperation[],
  api: string,
  operationId: string,
): ContractOperation {
  const served = operations.find(
    (it) => it.api === api && it.operation.operationId === operationId,
  );
  if (served === undefined) {
    throw new Error(
      `The stateful mock is about ${operationId}, which the document of ${api} lacks.`,
    );
  }
  return served;
}
