import type { Json } from "@image-apis/spec";
import type { ServedOperation } from "../served-operation.ts";
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
   * Starts again; the seed is read anew. Where that fails, everything stays as it is.
   *
   * @throws Error for a seed that cannot be read, or documents without an operation that the state is about.
   */
  reset(operations: readonly ServedOperation[]): Promise<void> {
    const reset = this.#lastReset.then(() => this.#reset(operations));
    this.#lastReset = reset.catch(() => undefined);
    return reset;
  }

  async #reset(operations: readonly ServedOperation[]): Promise<void> {
    this.check(operations);
    const seed: Seed = this.#seedFile === undefined ? {} : readSeed(this.#seedFile);
    const operation = (operationId: string) => found(operations, operationId);
    const starts = await Promise.all(
      this.#resources.map((it) => it.start({ operation }, seed[it.name])),
    );
    for (const start of starts) start();
  }

  /** @throws Error where the documents lack an operation that the state is about. */
  check(operations: readonly ServedOperation[]): void {
    for (const resource of this.#resources) {
      for (const operationId of Object.keys(resource.operations)) found(operations, operationId);
    }
  }

  /** What the state does in an operation; `undefined` for one that is not about it. */
  operation(operationId: string): StatefulOperation | undefined {
    return this.#resources.find((it) => operationId in it.operations)?.operations[operationId];
  }

  snapshot(): Record<string, Json> {
    return Object.fromEntries(this.#resources.map((it) => [it.name, it.snapshot()]));
  }
}

function found(operations: readonly ServedOperation[], operationId: string): ServedOperation {
  const served = operations.find(({ operation }) => operation.operationId === operationId);
  if (served === undefined) {
    throw new Error(`The stateful mock is about ${operationId}, which no document has.`);
  }
  return served;
}
