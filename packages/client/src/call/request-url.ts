/** The address of a call: every value is escaped, a list repeats its name, and what is undefined is left out. */
export function requestUrl(address: string, path: string, values: object = {}, query: object = {}) {
  const named = new Map<string, unknown>(Object.entries(values));
  const segments = path.replace(/\{(\w+)\}/g, (_, name: string) => escaped(named.get(name)));
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${escaped(name)}=${escaped(one)}`),
  );
  return address + segments + (pairs.length > 0 ? `?${pairs.join("&")}` : "");
}

const escaped = (value: unknown) => encodeURIComponent(String(value));
