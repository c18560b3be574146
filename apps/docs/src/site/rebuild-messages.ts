/** The program of a worker that keeps a folder as the site is; it starts with `RebuildOptions` as its data. */
export const rebuildProgram = new URL("../../scripts/rebuild.ts", import.meta.url);

/** What the worker starts with. */
export interface RebuildOptions {
  folder: string;
  script: string;
}

/** What the worker is told: the APIs whose reference is to be made again. */
export interface RebuildOrder {
  references: string[];
}

/** What the worker says: that the folder holds the built site, pages that changed, what failed, or that all is done. */
export type RebuildNews =
  | { ready: true }
  | { pages: string[] }
  | { error: string }
  | { done: true };
