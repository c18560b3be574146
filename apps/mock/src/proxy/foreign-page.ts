import type { IncomingMessage } from "node:http";
import type { HeaderPair } from "./header-pairs.ts";

/**
 * What a target sends is a page of the proxy's own origin to a browser that opens it, and could read and change
 * `/__mock` as the inspector does. In a sandbox it has no origin; its scripts run all the same. It means nothing to
 * what is not a page.
 */
const sandbox: HeaderPair = [
  "Content-Security-Policy",
  "sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads",
];

/**
 * The headers that keep a target's response apart from our own pages; none but for a browser. A browser gets them with
 * every answer: what it fetched before, it may open as a page from its cache.
 */
export function apartFromOwnPages({ headers }: IncomingMessage): HeaderPair[] {
  const isBrowser =
    headers["sec-fetch-site"] !== undefined ||
    headers.origin !== undefined ||
    // Over http, browsers leave Sec-Fetch-Site out under names that are not of this machine.
    /\bhtml\b/i.test(headers.accept ?? "") ||
    /^Mozilla\//.test(headers["user-agent"] ?? "");
  return isBrowser ? [sandbox] : [];
}
