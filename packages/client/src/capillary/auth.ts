import { securitySchemes } from "@image-apis/types/capillary";
import { type Auth, headerAuth, type Secret } from "../auth/auth.ts";

/** Credentials that Capillary takes: `basicAuth` with `passwordMd5`, or `oauthToken`. */
export type CapillaryAuth = Auth<"capillary">;

/** The access token of `generateToken`, sent bare in its own header. Pass a function to renew it. */
export function oauthToken(token: Secret): CapillaryAuth {
  return headerAuth("capillary", securitySchemes.OAuth.name, token);
}
