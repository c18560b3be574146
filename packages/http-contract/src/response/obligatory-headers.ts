import { type OpenApiDocument, type Operation, operations, securityScheme } from "@image-apis/spec";

/** A header that HTTP asks for and that is missing, or says something else than the document. */
export interface HttpFault {
  /** In lower case. */
  name: string;
  status: number;
  /** What it may, or has to, name by the document; missing where the header itself is. */
  documented?: readonly string[];
  received?: string;
}

/**
 * By RFC 9110, 401 comes with a challenge and 405 with the methods that are allowed. A challenge is of a documented
 * scheme, where any of those is one of HTTP; every documented method of the path is allowed.
 */
export function obligatoryHeaders(
  document: OpenApiDocument,
  operation: Operation,
  { status, headers }: { status: number; headers: Readonly<Record<string, string>> },
): HttpFault[] {
  const name = { 401: "www-authenticate", 405: "allow" }[status];
  if (name === undefined) return [];
  const received = headers[name];
  if (received === undefined) return [{ name, status }];
  const named: readonly string[] = received.toLowerCase().match(/[\w!#$%&'*+.^`|~-]+/g) ?? [];
  if (status === 401) {
    const documented = httpSchemes(document, operation);
    const isKnown = documented.some((it) => named.includes(it.toLowerCase()));
    return documented.length === 0 || isKnown ? [] : [{ name, status, documented, received }];
  }
  const documented = operations(document)
    .filter(({ path }) => path === operation.path)
    .map(({ method }) => method.toUpperCase());
  const isWhole = documented.every((it) => named.includes(it.toLowerCase()));
  return isWhole ? [] : [{ name, status, documented, received }];
}

function httpSchemes(document: OpenApiDocument, { security }: Operation): string[] {
  const names = new Set(security.flatMap((it) => Object.keys(it)));
  return [...names].flatMap((name) => {
    const scheme = securityScheme(document, name);
    return scheme.type === "http" ? [scheme.scheme] : [];
  });
}
