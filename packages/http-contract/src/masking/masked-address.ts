import { decodedOnce, formDecoded, isPlain } from "./plain-text.ts";
import { mask, type Withheld } from "./withheld.ts";

/** How the parts of an address are shown. */
export interface AddressParts {
  /** @param path with its slash at the beginning, as it was sent. */
  path(path: string): string;
  /** A value of the query, its name decoded and the value as it was sent; `undefined` to withhold it. */
  query(name: string, value: string): string | undefined;
  /** Whether a name of the query is documented. */
  isKnown(name: string): boolean;
}

/**
 * An address, or the target of a request, without user information, fragment, and what its parts withhold. Of an
 * address elsewhere, the plain words of the path and the plain names of the query are shown, and no value.
 */
export function maskedAddress(
  address: string,
  withheld: Withheld,
  parts: AddressParts = elsewhere(withheld),
): string {
  const [, origin = "", authority = ""] =
    /^([a-z][a-z\d+.-]*:\/\/([^/?#\\]*))/i.exec(address) ?? [];
  const scheme = origin.slice(0, origin.length - authority.length);
  const rest = address.slice(origin.length);
  const hash = rest.indexOf("#");
  const beforeHash = hash === -1 ? rest : rest.slice(0, hash);
  const mark = beforeHash.indexOf("?");
  const path = mark === -1 ? beforeHash : beforeHash.slice(0, mark);
  const query = mark === -1 ? undefined : beforeHash.slice(mark + 1);
  return [
    scheme === "" || isPlain(scheme.slice(0, -3))
      ? scheme
      : `${withheld.hide(scheme.slice(0, -3))}://`,
    maskedAuthority(authority, withheld),
    path === "" ? "" : withheld.replace(path, parts.path(path)),
    query === undefined ? "" : `?${maskedQuery(query, withheld, parts)}`,
    hash === -1 ? "" : `#${withheld.hide(rest.slice(hash + 1))}`,
  ].join("");
}

/** The segments of a path of which nothing is known. */
export function maskedSegments(path: string, withheld: Withheld): string {
  return path
    .split("/")
    .map((segment) => maskedSegment(segment, withheld))
    .join("/");
}

function maskedSegment(segment: string, withheld: Withheld): string {
  if (segment === "" || segment === "*") return segment;
  const decoded = decodedOnce(segment);
  return isPlain(decoded) ? segment : withheld.hide(segment, decoded);
}

/** A host, perhaps with a port, and without the user before it. */
export function maskedAuthority(authority: string, withheld: Withheld): string {
  const at = authority.lastIndexOf("@");
  const host = authority.slice(at + 1);
  const shown = isHost(host) ? host : withheld.hide(host);
  return at === -1 ? shown : `${withheld.hide(authority.slice(0, at))}@${shown}`;
}

/** Whether a text is a host, perhaps with a port. */
export function isHost(text: string): boolean {
  return /^(?:[\w.-]{0,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i.test(text);
}

function maskedQuery(query: string, withheld: Withheld, parts: AddressParts): string {
  return query
    .split("&")
    .map((pair) => {
      const equals = pair.indexOf("=");
      const sentName = equals === -1 ? pair : pair.slice(0, equals);
      const name = formDecoded(sentName);
      const isKnown = parts.isKnown(name);
      // A word without a value may be a value itself.
      if (equals === -1) return isKnown || pair === "" ? pair : withheld.hide(pair, name);
      const value = pair.slice(equals + 1);
      const shown = parts.query(name, value) ?? (value && withheld.hide(value, formDecoded(value)));
      const shownName = isKnown || isPlain(name) ? sentName : withheld.hide(sentName, name);
      // The padding of base64 looks like the mark of a value.
      return shownName === mask ? mask : `${shownName}=${shown}`;
    })
    .join("&");
}

function elsewhere(withheld: Withheld): AddressParts {
  return {
    path: (path) => maskedSegments(path, withheld),
    query: () => undefined,
    isKnown: () => false,
  };
}
