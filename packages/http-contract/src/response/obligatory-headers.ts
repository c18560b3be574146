/** By RFC 9110, 401 comes with a challenge and 405 with the methods that are allowed. */
export function obligatoryHeaders({
  status,
  headers,
}: {
  status: number;
  headers: Readonly<Record<string, string>>;
}): { name: string; status: number }[] {
  const name = { 401: "www-authenticate", 405: "allow" }[status];
  return name === undefined || headers[name] !== undefined ? [] : [{ name, status }];
}
