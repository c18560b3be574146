/** A client in the comparison. */
export interface PeerEntry {
  /** As the table calls it. */
  name: string;
  /** Its module in this folder. */
  module: string;
  /**
   * The file whose browser bundle does the job, from the folder of the benchmarks: uploads with progress, retries and
   * timeouts. What a peer has not, `same-job/repeated.ts` adds as its users would.
   */
  entry: string;
}

/** What all others are compared with, and what the project promises numbers for. */
export const base = "fetch";
export const own = "image-apis";

export const peers: PeerEntry[] = [
  { name: "bare `fetch`", module: base, entry: "./src/client/same-job/fetch.ts" },
  {
    name: "`fetch` with timeouts",
    module: "fetch-with-timeouts",
    entry: "./src/client/same-job/fetch.ts",
  },
  {
    name: "**@image-apis/client**/capillary",
    module: own,
    entry: "../../packages/client/dist/generated/capillary/index.js",
  },
  {
    name: "openapi-fetch",
    module: "openapi-fetch",
    entry: "./src/client/same-job/openapi-fetch.ts",
  },
  { name: "hey-api (fetch)", module: "hey-api", entry: "./src/client/same-job/hey-api.ts" },
  { name: "ky", module: "ky", entry: "./src/client/same-job/ky.ts" },
  { name: "orval (axios)", module: "orval", entry: "./src/client/same-job/orval.ts" },
];
