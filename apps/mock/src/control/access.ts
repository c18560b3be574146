import { isIPv6 } from "node:net";

/** Who may talk to a server beside programs on its own machine. */
export interface AccessOptions {
  /**
   * Host names, beside the loopback ones, under which `/__mock` answers: a name, or several. A port counts for nothing.
   * None by default.
   */
  allowHost?: string | readonly string[];
  /**
   * Origins such as `http://localhost:5173` whose pages may call the API with credentials (cookies). Pages of any other
   * origin may call it without. None by default.
   */
  corsOrigin?: string | readonly string[];
}

/** The same, checked and in one spelling. */
export interface Access {
  hosts: ReadonlySet<string>;
  origins: ReadonlySet<string>;
}

/**
 * Reads who may talk to a server.
 *
 * @param host the address that the server listens on; `/__mock` answers under it too.
 * @throws Error for what is not a host name or not an origin.
 */
export function readAccess(
  { allowHost = [], corsOrigin = [] }: AccessOptions,
  host?: string,
): Access {
  const own = host === undefined ? [] : [isIPv6(host) ? `[${host}]` : host];
  return {
    hosts: new Set([...own, ...[allowHost].flat()].map(requireHostName)),
    origins: new Set([corsOrigin].flat().map(requireOrigin)),
  };
}

/**
 * The host name of a `Host` header in lower case, without port and final dot; addresses in their usual spelling.
 *
 * @returns `undefined` where it is not a host with or without a port.
 */
export function hostName(header: string): string | undefined {
  // What else a URL may hold between its slashes, such as user info, is not part of a host.
  if (!/^[\w.:[\]-]+$/.test(header)) return undefined;
  const name = URL.parse(`http://${header}`)?.hostname;
  return name?.endsWith(".") ? name.slice(0, -1) : name;
}

/** Whether a host name leads to this machine wherever it is resolved. */
export function isLoopback(name: string): boolean {
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(name)
  );
}

function requireHostName(text: string): string {
  const name = hostName(text);
  if (name !== undefined) return name;
  throw new Error(
    `"${text}" is not a host name. Write it as a browser's address bar shows it, for example --allow-host mock.internal.`,
  );
}

function requireOrigin(text: string): string {
  const url = URL.parse(text);
  if (url !== null && url.origin === text && text !== "null") return text;
  throw new Error(
    `"${text}" is not an origin. Write scheme, host and port without a slash at the end, for example --cors-origin http://localhost:5173. Pages of every origin may call the API without credentials anyway.`,
  );
}
