import { securitySchemes } from "@image-apis/types/capillary";
import { type Auth, type AuthClient, headerAuth, type Secret } from "../auth/auth.ts";
import { type TokenCache, tokenCache } from "../auth/token-cache.ts";
import { text } from "../call/arguments.ts";

/** Credentials that Capillary takes: `basicAuth` with `passwordMd5`, `oauth`, or `oauthToken`. */
export type CapillaryAuth = Auth<"capillary">;

/** The access token of `generateToken`, sent bare in its own header. Pass a function to renew it. */
export function oauthToken(token: Secret): CapillaryAuth {
  return headerAuth("capillary", securitySchemes.OAuth.name, token);
}

/** An OAuth client of Capillary. */
export interface OAuthClient {
  key: string;
  secret: string;
}

/**
 * OAuth: gets an access token with `generateToken`, keeps it as long as it lives, and renews it once for all calls
 * that run beside each other: shortly before its end, or when it is refused. Clients that share it have a token each.
 *
 * @throws TypeError When one of them is missing.
 */
export function oauth({ key, secret }: OAuthClient): CapillaryAuth {
  const { name } = securitySchemes.OAuth;
  text("key", key);
  text("secret", secret);
  /** A token is good for the host that gave it. */
  const caches = new WeakMap<AuthClient, TokenCache>();
  return {
    vendor: "capillary",
    async headers(client, rejected) {
      const { getToken } = client;
      if (getToken === undefined) throw new TypeError("oauth: this client cannot get a token.");
      const load = async () => {
        const { token, secondsToLive } = await getToken(key, secret);
        return { token, life: secondsToLive * 1000 };
      };
      const cached = caches.get(client) ?? tokenCache();
      caches.set(client, cached);
      return { [name]: await cached(load, rejected?.[name]) };
    },
  };
}
