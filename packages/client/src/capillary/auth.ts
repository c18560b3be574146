import { type Auth, headerAuth, type Secret } from "../auth/auth.ts";
import { tokenAuth } from "../auth/token-auth.ts";

/** Credentials that Capillary takes: `basicAuth` with `passwordMd5`, `oauth`, or `oauthToken`. */
export type CapillaryAuth = Auth<"capillary">;

const oauthHeader = "X-CAP-API-OAUTH-TOKEN";

/** The access token of `generateToken`, sent bare in its own header. Pass a function to renew it. */
export function oauthToken(token: Secret): CapillaryAuth {
  return headerAuth("capillary", oauthHeader, token);
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
  return tokenAuth("capillary", oauthHeader, tokenOperation, { key, secret });
}

const tokenOperation = {
  maker: "oauth",
  operationId: "generateToken",
  token: "/data/accessToken",
  seconds: "/data/ttlSeconds",
};
