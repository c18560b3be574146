/** A client in the comparison. */
export interface PeerEntry {
  /** As the table calls it. */
  name: string;
  /** Its module in this folder. */
  module: string;
  /** What a browser bundle of it exports everything of, from the folder of the benchmarks. */
  entry: string;
}

/** What all others are compared with, and what the project promises numbers for. */
export const base = "fetch";
export const own = "image-apis";

export const peers: PeerEntry[] = [
  { name: "bare `fetch`", module: base, entry: "./src/client/peers/fetch.ts" },
  {
    name: "`fetch` with timeouts",
    module: "fetch-with-timeouts",
    entry: "./src/client/peers/fetch-with-timeouts.ts",
  },
  {
    name: "**@image-apis/client**/capillary",
    module: own,
    entry: "../../packages/client/dist/capillary/index.js",
  },
  { name: "openapi-fetch", module: "openapi-fetch", entry: "openapi-fetch" },
  { name: "hey-api (fetch)", module: "hey-api", entry: "./generated/hey-api/capillary/index.ts" },
  { name: "ky", module: "ky", entry: "ky" },
  { name: "orval (axios)", module: "orval", entry: "./generated/orval/capillary.ts" },
];
