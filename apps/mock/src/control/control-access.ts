import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import { originOf, Problem } from "@image-apis/http-contract";
import { type Access, hostName, isLoopback } from "./access.ts";

/*
 * What is below /__mock shows requests and changes the mock, so that it is for its own pages and for programs. A page
 * of another origin cannot get a request past these rules: it can neither choose its Origin and Sec-Fetch-Site nor,
 * without a preflight that is refused, add a header; and a name of its own that leads here (DNS rebinding) is not
 * among the hosts.
 */

/** What a program sends with a request that changes something. */
const header = "x-mock-control";

/**
 * Lets a request to `/__mock` pass only from the pages of `/__mock` itself, from an address typed into a browser, and
 * from programs; what changes something needs the header `X-Mock-Control: 1` where it is not from such a page.
 *
 * @throws Problem 403.
 */
export function requireControlAccess({ hosts }: Access, request: IncomingMessage): void {
  const { headers, method = "GET", url = "/" } = request;
  for (const host of [headers.host ?? "", originOf(url)?.replace(/^\w+:\/\//, "")]) {
    if (host !== undefined) requireHost(hosts, host);
  }
  if (headers[header] === "1") return;
  const isReading = method === "GET" || method === "HEAD";
  const origin = cameFrom(request);
  if (origin === "own page" || (origin === "elsewhere" && isReading && isNavigation(headers))) {
    return;
  }
  if (origin === "elsewhere") {
    throw new Problem(
      403,
      "Pages of other origins may not use /__mock; the API itself they may call. A program sends the header X-Mock-Control: 1.",
    );
  }
  if (isReading) return;
  throw new Problem(
    403,
    `${method} changes the mock. Send the header X-Mock-Control: 1 with it, which no page of another origin can.`,
  );
}

function requireHost(hosts: ReadonlySet<string>, host: string): void {
  const name = hostName(host);
  if (name !== undefined && (isLoopback(name) || hosts.has(name))) return;
  throw new Problem(
    403,
    `/__mock answers under localhost, 127.0.0.1 and [::1] only, not under "${host}". To let another name in, start with --allow-host and that name.`,
  );
}

/** What a browser says of the page behind a request; programs say nothing. */
function cameFrom({ headers, socket }: IncomingMessage): "own page" | "elsewhere" | "unknown" {
  const site = headers["sec-fetch-site"];
  const { origin, host } = headers;
  if (site === undefined && origin === undefined) return "unknown";
  // An address that was typed in, or a bookmark, comes from no page.
  if (site === "none" && origin === undefined) return "unknown";
  const isOwnSite = site === undefined || site === "same-origin";
  const isOwnOrigin =
    origin === undefined ||
    origin === URL.parse(`${socket instanceof TLSSocket ? "https" : "http"}://${host}`)?.origin;
  return isOwnSite && isOwnOrigin ? "own page" : "elsewhere";
}

/** Whether a browser opens a response as a page of its own, where no other page can look into it: a link was followed. */
function isNavigation(headers: IncomingMessage["headers"]): boolean {
  return headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
}
