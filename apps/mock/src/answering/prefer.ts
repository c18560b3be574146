/** The preferences of a `Prefer` header (RFC 7240), by name in lower case. */
export function preferences(prefer: string): ReadonlyMap<string, string> {
  const found = prefer.matchAll(/(?:^|[,;])\s*(\w+)\s*=\s*(?:"([^"]*)"|([^\s,;"]*))/g);
  return new Map(
    [...found].map(([, name = "", quoted, plain = ""]) => [name.toLowerCase(), quoted ?? plain]),
  );
}
