import type { Store } from "../store/store.ts";

/** An empty store for one case. */
export interface OpenedStore {
  readonly store: Store;
  /** Called when the case is over. */
  close?(): Promise<void>;
}

/** Something that every store must do. */
export interface StoreCase {
  readonly name: string;
  /**
   * @param open makes an empty store; it keeps the bytes of all kinds of files.
   * @throws AssertionError for a store that does something else.
   */
  run(open: () => Promise<OpenedStore>): Promise<void>;
}

/** A case that is about one store. */
export function storeCase(name: string, check: (store: Store) => Promise<void>): StoreCase {
  return {
    name,
    async run(open) {
      const { store, close } = await open();
      try {
        await check(store);
      } finally {
        await close?.();
      }
    },
  };
}
