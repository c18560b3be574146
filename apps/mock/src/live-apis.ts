import type { Api, CompiledApis } from "@image-apis/http-contract";
import { mockApis } from "./prism/mock-operation.ts";

/** How the documents stand. */
export interface DocumentsStatus {
  /** Since when they are served, in UTC. */
  since: string;
  /** Why the last change could not be taken over; `undefined` where it was. */
  error: string | undefined;
}

/** The documents that are served. Those that cannot be served never take the place of those that can. */
export class LiveApis {
  #current: CompiledApis;
  #status: DocumentsStatus = { since: new Date().toISOString(), error: undefined };
  readonly #readers = new Set<(status: DocumentsStatus) => void>();

  constructor(first: CompiledApis) {
    this.#current = first;
  }

  get current(): CompiledApis {
    return this.#current;
  }

  get status(): DocumentsStatus {
    return this.#status;
  }

  /**
   * Loads documents and serves them from the next request on.
   *
   * @throws what loading throws, and an Error for what cannot be served. Then the old ones stay.
   */
  async reload(load: () => Promise<Api[]>): Promise<void> {
    try {
      const next = await mockApis(await load());
      this.#current = next;
      this.#tell({ since: new Date().toISOString(), error: undefined });
    } catch (error) {
      this.#tell({
        ...this.#status,
        error: error instanceof Error ? error.message : String(error),
      });
      throw error;
    }
  }

  /** Calls a function with every change of the status, until the returned function is called. */
  follow(read: (status: DocumentsStatus) => void): () => void {
    this.#readers.add(read);
    return () => void this.#readers.delete(read);
  }

  #tell(status: DocumentsStatus): void {
    this.#status = status;
    for (const read of this.#readers) read(status);
  }
}
