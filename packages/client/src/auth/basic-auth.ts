import type { Auth } from "./auth.ts";
import { basicHeader } from "./basic-header.ts";

/** A Capillary till: the vendor wants the MD5 digest of its password, not the password. */
export interface TillCredentials {
  /** The name of the till (store centre). */
  username: string;
  /** The MD5 digest of the till's password, as 32 hexadecimal digits. */
  passwordMd5: string;
}

/** A SuperOffice user. */
export interface UserCredentials {
  username: string;
  password: string;
}

/**
 * HTTP Basic, in UTF-8. For Capillary pass `passwordMd5`, for SuperOffice `password`; SuperOffice Online takes no
 * Basic at all.
 *
 * @throws TypeError When one of them is missing, or the user name holds a colon, which Basic cannot carry.
 */
export function basicAuth(credentials: TillCredentials): Auth<"capillary">;
export function basicAuth(credentials: UserCredentials): Auth<"superoffice">;
export function basicAuth(credentials: TillCredentials | UserCredentials): Auth {
  return "passwordMd5" in credentials
    ? basicHeader("capillary", ["username", "passwordMd5"], credentials)
    : basicHeader("superoffice", ["username", "password"], credentials);
}
