/**
 * Options of `fetch` that are passed on as they are; those of a call stand before the client's. What a runtime does not
 * know, it ignores. Method, address, headers, body, signal and redirects are the client's own.
 */
export interface FetchOptions {
  cache?:
    | "default"
    | "no-store"
    | "reload"
    | "no-cache"
    | "force-cache"
    | "only-if-cached"
    | undefined;
  /** Whether a browser sends its cookies along: `"same-origin"` by default, `"include"` for another origin's. */
  credentials?: "omit" | "same-origin" | "include" | undefined;
  integrity?: string | undefined;
  /** Lets a browser finish a small request after its page was closed. */
  keepalive?: boolean | undefined;
  mode?: "cors" | "same-origin" | undefined;
  priority?: "high" | "low" | "auto" | undefined;
  referrer?: string | undefined;
  referrerPolicy?: string | undefined;
  /** Node only: what connects, for example an `Agent` or a `ProxyAgent` of undici. */
  dispatcher?: Dispatcher | undefined;
  /** Workers only: how Cloudflare treats the request, for example `{ cacheTtl: 0 }`. */
  cf?: object | undefined;
  /** Bun only: the address of a proxy. */
  proxy?: string | undefined;
  /** Bun only: whom to trust and who to be, for example `{ ca }`. */
  tls?: object | undefined;
  /** Deno only: what `Deno.createHttpClient` makes, with proxies and certificates of its own. */
  client?: object | undefined;
}

/** A dispatcher of undici, of whatever version. */
export interface Dispatcher {
  // The types of undici's versions differ; only undici calls it.
  dispatch(options: never, handler: never): boolean;
}
