import type { Client } from "openapi-fetch";
import type { Fetch } from "./transport/middleware.ts";

/** Every method of an openapi-fetch client. */
const methods = [
  "request",
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
  "use",
  "eject",
] as const;

/** An openapi-fetch client that is loaded when it is first used, so that nobody else pays for it. */
export function rawClient<Paths extends object>(baseUrl: string, fetch: Fetch): Client<Paths> {
  type Methods = Record<(typeof methods)[number], (...args: unknown[]) => unknown>;
  let loading: Promise<Methods> | undefined;
  const load = () => {
    // The cast: each method is called with its own arguments, whatever they are.
    loading ??= import("openapi-fetch").then(
      ({ default: create }) => create<Paths>({ baseUrl, fetch }) as unknown as Methods,
    );
    return loading;
  };
  const lazily = (name: keyof Methods) => [
    name,
    (...args: unknown[]) => load().then((client) => client[name](...args)),
  ];
  return Object.fromEntries(methods.map(lazily)) as Client<Paths>;
}
