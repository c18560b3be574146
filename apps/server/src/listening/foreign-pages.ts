import type { IncomingHttpHeaders } from "node:http";
import { Problem } from "@image-apis/http-contract";

/**
 * Refuses what a web page of another origin sends: a browser may add credentials that it remembers.
 *
 * @param origins those that may.
 * @throws Problem 403.
 */
export function refuseForeignPages(
  { origin, "sec-fetch-site": site }: IncomingHttpHeaders,
  origins: ReadonlySet<string>,
): void {
  if (origin === undefined ? site !== "cross-site" : origins.has(origin)) return;
  throw new Problem(
    403,
    `Pages of ${origin ?? "other sites"} may not call this server. Name their origin with --cors-origin.`,
  );
}
