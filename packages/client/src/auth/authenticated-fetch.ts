import type { Auth } from "./auth.ts";

/** Sends a request; `globalThis.fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** A fetch that adds credentials to every request. A header the request already has is left as it is. */
export function authenticatedFetch(fetch: Fetch, auth: readonly Auth[]): Fetch {
  return async (request) => {
    for (const credentials of auth) {
      for (const [name, value] of Object.entries(await credentials.headers())) {
        if (!request.headers.has(name)) request.headers.set(name, value);
      }
    }
    return fetch(request);
  };
}
