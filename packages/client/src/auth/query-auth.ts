import { type Auth, headerAuth, type Secret } from "./auth.ts";

/**
 * Credentials that are one query parameter. Logs and proxies see addresses: a header is better where the API takes one.
 *
 * @throws TypeError When there is no secret; where a function brings none, from `headers`.
 */
export function queryAuth<Vendor extends string>(
  vendor: Vendor,
  name: string,
  secret: Secret,
): Auth<Vendor> {
  return headerAuth(vendor, `?${name}`, secret);
}
