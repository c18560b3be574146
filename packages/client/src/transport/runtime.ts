const agent = globalThis.navigator?.userAgent ?? "";

/** Whether `fetch` sends a stream with a Content-Length, reading no faster than the network takes. */
export const streamsUploads = /^(Node\.js|Bun)\//.test(agent);

/** Whether a header of our own goes without a preflight: there is none outside of browsers. */
export const sendsVersion = /^(Node\.js|Bun|Deno|Cloudflare)/.test(agent);
