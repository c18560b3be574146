/**
 * Credentials for one vendor's API, made by `basicAuth`, `oauthToken` and their like.
 *
 * @typeParam Vendor The API that understands them, so that the other one's do not compile.
 */
export interface Auth<Vendor extends string = string> {
  readonly vendor: Vendor;
  /** The headers that carry the credentials; asked for before every request. */
  headers(): Promise<Record<string, string>>;
}

/** A secret, or a function that is asked for it before every request (to renew a token, say). */
export type Secret = string | (() => string | Promise<string>);

/** Credentials that are one header whose value is, or ends with, a secret. */
export function headerAuth<Vendor extends string>(
  vendor: Vendor,
  name: string,
  secret: Secret,
  prefix = "",
): Auth<Vendor> {
  return {
    vendor,
    async headers() {
      return { [name]: prefix + (typeof secret === "string" ? secret : await secret()) };
    },
  };
}
