import type { DocumentedRoute } from "@image-apis/types";
import { isJson } from "./media-type.ts";
import type { AnyWireCall } from "./wire-call.ts";

/**
 * The headers of a call: what to answer with, the operation's own, and those of the caller, which win.
 *
 * @throws TypeError When a header cannot carry its value.
 */
export function requestHeaders(
  route: DocumentedRoute,
  call: AnyWireCall,
  further: Readonly<Record<string, string>> = {},
): Headers {
  const headers = new Headers({ Accept: call.accept ?? acceptable(route) });
  for (const [name, value] of Object.entries({ ...call.header, ...further })) {
    if (value !== undefined) set(headers, name, String(value));
  }
  return headers;
}

function set(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch (cause) {
    throw new TypeError(`headers: ${name} cannot carry its value, which is not Latin-1.`, {
      cause,
    });
  }
}

/** JSON where an operation speaks it; else every type it is documented to answer with. */
function acceptable(route: DocumentedRoute): string {
  const [success = [], ...others] = Object.values(route.responseMediaTypes);
  return success.find(isJson) ?? ([...new Set([...success, ...others.flat()])].join(", ") || "*/*");
}
