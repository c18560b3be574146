import { text } from "../call/arguments.ts";
import { type Auth, headerAuth } from "./auth.ts";

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
  const username = text("username", credentials.username);
  if (username.includes(":")) {
    throw new TypeError(
      "username: HTTP Basic cannot carry a user name with a colon, because the first colon ends it.",
    );
  }
  const isTill = "passwordMd5" in credentials;
  const password = isTill
    ? text("passwordMd5", credentials.passwordMd5)
    : text("password", credentials.password);
  const vendor = isTill ? "capillary" : "superoffice";
  return headerAuth(vendor, "Authorization", base64(`${username}:${password}`), "Basic ");
}

/** `btoa` takes Latin-1 only, so it is given the UTF-8 bytes. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
