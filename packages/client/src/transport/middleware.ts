/** Sends a request; `globalThis.fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Stands around every attempt of a call. It may change the request, answer in its place, look at the answer, or time
 * it. `next` sends the request; for an upload it can be called once.
 */
export type Middleware = (request: Request, next: Fetch) => Promise<Response>;

/** Puts each middleware around the ones after it. */
export function wrapped(middleware: readonly Middleware[], fetch: Fetch): Fetch {
  return middleware.reduceRight<Fetch>((next, it) => (request) => it(request, next), fetch);
}
