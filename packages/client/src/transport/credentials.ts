import type { Credentials } from "../auth/auth.ts";

const isQuery = (name: string) => name.startsWith("?");

/** An address with the credentials that are query parameters; one that the caller set stays. */
export function addressWith(url: string, credentials: Credentials): string {
  const parameters = Object.entries(credentials).filter(([name]) => isQuery(name));
  if (parameters.length === 0) return url;
  const address = new URL(url);
  for (const [name, value] of parameters) {
    const key = name.slice(1);
    if (!address.searchParams.has(key)) address.searchParams.append(key, value);
  }
  return address.href;
}

/** Adds the credentials that are headers. A header of the caller stays; a cookie goes beside those of the call. */
export function addHeaders(headers: Headers, credentials: Credentials): void {
  for (const [name, value] of Object.entries(credentials)) {
    if (isQuery(name)) continue;
    const own = headers.get(name);
    if (own === null) headers.set(name, value);
    else if (/^cookie$/i.test(name)) headers.set(name, `${own}; ${value}`);
  }
}

/** Whether the caller set a header for each of the credentials, which are then not the client's to renew. */
export function areOverridden(credentials: Credentials, headers: Headers): boolean {
  return Object.keys(credentials).every((name) => !isQuery(name) && headers.has(name));
}
