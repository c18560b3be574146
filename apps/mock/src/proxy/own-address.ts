import type { IncomingMessage } from "node:http";
import type { HeaderPair } from "./header-pairs.ts";

/** Turns an address below the target into the same place of the proxy; any other stays as it is. */
export type ToOwnAddress = (address: string) => string;

/**
 * How a client gets to the proxy where a target sends it on.
 *
 * @param target its path stands before those of the documents.
 */
export function toOwnAddress(target: URL, request: IncomingMessage): ToOwnAddress {
  const own = `http://${ownHost(request)}`;
  const base = target.pathname.replace(/\/$/, "");
  return (address) => {
    // What is relative to the request's own address needs no change.
    if (!/^\s*(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(address)) return address;
    const url = URL.parse(address, target.origin);
    if (url === null || url.origin !== target.origin) return address;
    if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return address;
    const path = url.pathname.slice(base.length);
    // A path of two slashes would lead to another host.
    const isPath = /^\s*\/(?![/\\])/.test(address) && !path.startsWith("//");
    return `${isPath ? "" : own}${path === "" && isPath ? "/" : path}${url.search}${url.hash}`;
  };
}

const locations = new Set(["location", "content-location"]);

/** Headers whose addresses lead to the proxy. */
export function withOwnAddresses(pairs: readonly HeaderPair[], toOwn: ToOwnAddress): HeaderPair[] {
  return pairs.map(([name, value]): HeaderPair => {
    const lower = name.toLowerCase();
    if (locations.has(lower)) return [name, toOwn(value)];
    if (lower !== "link") return [name, value];
    return [name, value.replace(/<([^<>]*)>/g, (_, address: string) => `<${toOwn(address)}>`)];
  });
}

/** The name under which the client reached the proxy. */
function ownHost({ headers, socket }: IncomingMessage): string {
  const { host = "" } = headers;
  if (/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)) return host;
  const address = socket.localAddress ?? "127.0.0.1";
  return `${address.includes(":") ? `[${address}]` : address}:${socket.localPort}`;
}
