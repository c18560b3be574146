import type { Page } from "../capture-server.ts";

/** A runtime, or a tool, in which the client makes the calls of `calls.mjs`. */
export interface Case {
  name: string;
  /** Whether its `fetch` sends a body without its length. */
  isChunked?: boolean;
  /** Makes the calls, and returns what they saw as JSON. The server hands out what is put into `pages`. */
  run(server: { url: string; pages: Map<string, Page> }): Promise<string>;
}
