import type { IncomingMessage } from "node:http";
import { Problem } from "../problem/problem.ts";

/**
 * What makes a request one that HTTP does not allow, though it could be read; `undefined` where nothing does. Whose
 * name its `Host` is does not matter here: an API may be called under any.
 */
export function requestFault({ httpVersion, rawHeaders }: IncomingMessage): Problem | undefined {
  if (httpVersion !== "1.1" && httpVersion !== "1.0") {
    return new Problem(505, `The request is of HTTP ${httpVersion}. Use HTTP/1.1.`);
  }
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length > 1) {
    return new Problem(400, `The request has ${hosts.length} Host headers. Send one.`);
  }
  if (hosts.length === 1 || httpVersion === "1.0") return undefined;
  return new Problem(
    400,
    "The request has no Host header, which HTTP/1.1 demands. Send one, for example Host: localhost.",
  );
}
