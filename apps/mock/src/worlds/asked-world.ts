import type { IncomingMessage } from "node:http";
import { Problem, splitTarget } from "@image-apis/http-contract";

/** Names the world that a request belongs to. */
export const worldHeader = "X-Mock-World";

/**
 * The world that a request names by its header; `undefined` for the one that all others share.
 *
 * @throws Problem 400 for what is not a name.
 */
export function askedWorld({ headers }: Pick<IncomingMessage, "headers">): string | undefined {
  const name = headers["x-mock-world"];
  return name === undefined ? undefined : requireWorldName([name].flat().join());
}

/**
 * The world that a page of the mock looks at, which can send no header with some requests: `?world=test-17`.
 *
 * @throws Problem 400 for what is not a name.
 */
export function shownWorld({ url = "" }: Pick<IncomingMessage, "url">): string | undefined {
  const name = new URLSearchParams(splitTarget(url).query).get("world");
  return name === null || name === "" ? undefined : requireWorldName(name);
}

/** @throws Problem 400 for what is not the name of a world. */
export function requireWorldName(name: string): string {
  if (/^[\w.:-]{1,100}$/.test(name)) return name;
  throw new Problem(
    400,
    `${worldHeader} is ${JSON.stringify(name.slice(0, 100))}. The name of a world has 1 to 100 letters, digits, dots, colons, hyphens and underscores.`,
  );
}
