import type { ContractOperation, FileSink, KeptBytes } from "@image-apis/http-contract";
import {
  type MemoryBounds,
  MemoryStore,
  readSeed,
  requireSeed,
  type Seed,
  type ServedOperation,
  type StoredBytes,
  seedOf,
  servedOperation,
  snapshot,
  startContents,
} from "@image-apis/reference";
import type { Json } from "@image-apis/spec";
import type { Random } from "../random/random.ts";

/** What a state starts with. */
export interface StateStart {
  /** The path of a seed, or a seed; `undefined` for what the documents show. */
  seed: string | Seed | undefined;
}

function checked(seed: Seed | undefined): Seed | undefined {
  return seed === undefined ? undefined : requireSeed(seed);
}

/** How much a state holds, where that is not as much as a store usually does. */
export interface StateRoom {
  bounds: Partial<MemoryBounds>;
  /** The room for files that arrive, which several states share. */
  arriving: KeptBytes;
}

/** What a stateful mock remembers between requests: the reference over a store in memory. */
export class State {
  readonly #store: MemoryStore;
  readonly #seed: StateStart["seed"];
  readonly #context: { now(): Date; newId(): string };
  readonly #operations = new WeakMap<ContractOperation, ServedOperation>();
  /** One reset after the other: each may hold as many images as the store does. */
  #lastReset: Promise<void> = Promise.resolve();

  /**
   * @param random gives what is stored its ids.
   * @param start what it begins with.
   * @param room as much as a store usually has by default.
   */
  constructor(random: Random, { seed }: StateStart, room?: StateRoom) {
    this.#store = new MemoryStore(room?.bounds, room?.arriving);
    this.#context = { now: () => new Date(), newId: () => random.uuid() };
    this.#seed = seed;
  }

  /**
   * Starts again; the seed is read again. Where that fails, everything stays as it is.
   *
   * @throws Error for a seed that cannot be read, or that the documents do not allow.
   */
  reset(operations: readonly ContractOperation[]): Promise<void> {
    const reset = this.#lastReset.then(async () => {
      const given = this.#seed;
      const seed = typeof given === "string" ? readSeed(given) : checked(given);
      await this.#store.replace(await startContents({ ...this.#context, operations, seed }));
    });
    this.#lastReset = reset.catch(() => undefined);
    return reset;
  }

  /** What an operation does; `undefined` for one that remembers nothing, which is answered as documented. */
  operation(described: ContractOperation): ServedOperation | undefined {
    const known = this.#operations.get(described);
    if (known !== undefined) return known;
    const served = servedOperation(described, { ...this.#context, store: this.#store });
    if (served !== undefined) this.#operations.set(described, served);
    return served;
  }

  /** Where the files of an operation go; `undefined` for those whose bytes no operation gives back. */
  sink(described: ContractOperation): FileSink<StoredBytes> | undefined {
    return this.operation(described)?.stores === "person-image" ? this.#store.sink() : undefined;
  }

  /** What it takes in memory, in bytes. */
  get heldBytes(): number {
    return this.#store.heldBytes;
  }

  /** What is remembered, as a seed that another mock can start with. */
  async seed(): Promise<Seed> {
    return seedOf(await this.#store.contents());
  }

  /** What is remembered, without bytes, as the documents write it. */
  async snapshot(operations: readonly ContractOperation[]): Promise<Record<string, Json>> {
    return snapshot(await this.#store.contents(), operations);
  }
}
