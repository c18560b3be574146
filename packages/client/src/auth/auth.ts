/** Headers that carry credentials; a name that starts with `?` is a query parameter. */
export type Credentials = Readonly<Record<string, string>>;

/** What credentials may ask of the client they were given to. */
export interface AuthClient {
  /** Calls an operation of the API by its name, for example to get an access token. */
  call?(
    operationId: string,
    options: Readonly<Record<string, string>>,
  ): Promise<{ data: unknown; response: Response }>;
}

/**
 * Credentials for one vendor's API, made by `basicAuth`, `oauthToken` and their like.
 *
 * @typeParam Vendor The API that understands them, so that the other one's do not compile.
 */
export interface Auth<Vendor extends string = string> {
  readonly vendor: Vendor;
  /**
   * The headers that carry the credentials; asked for before every request.
   *
   * @param rejected Credentials that were just answered with 401. Others than these are tried, the same are not.
   */
  headers(client: AuthClient, rejected?: Credentials): Promise<Credentials>;
}

/**
 * A secret, or a function that is asked for it before every request, and again after a 401. Calls that run beside
 * each other share one answer to a 401.
 */
export type Secret = string | (() => string | Promise<string>);

/**
 * Credentials that are one header whose value is, or ends with, a secret.
 *
 * @throws TypeError When there is no secret; where a function brings none, from `headers`.
 */
export function headerAuth<Vendor extends string>(
  vendor: Vendor,
  name: string,
  secret: Secret,
  prefix = "",
): Auth<Vendor> {
  const value = (it: string) => {
    if (typeof it === "string" && it !== "") return prefix + it;
    throw new TypeError(`${name}: there is no secret to send with it.`);
  };
  if (typeof secret !== "function") {
    const credentials = { [name]: value(secret) };
    return { vendor, headers: async () => credentials };
  }
  let latest: string | undefined;
  let asking: Promise<string> | undefined;
  const ask = async () => {
    latest = value(await secret());
    return latest;
  };
  return {
    vendor,
    async headers(_, rejected) {
      if (rejected === undefined) return { [name]: await ask() };
      if (latest !== undefined && latest !== rejected[name]) return { [name]: latest };
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return { [name]: await asking };
    },
  };
}
