import { text } from "../values/arguments.ts";
import { type Auth, headerAuth } from "./auth.ts";

/**
 * HTTP Basic in UTF-8, from two credentials that every API names in its own way.
 *
 * @param names The names of the user and of the secret in `credentials`.
 * @throws TypeError When one of the two is missing, or the user name contains a colon, which Basic cannot carry.
 */
export function basicHeader<Vendor extends string>(
  vendor: Vendor,
  [user, secret]: readonly [user: string, secret: string],
  credentials: object,
): Auth<Vendor> {
  // The cast: what is missing is found by `text`.
  const given = credentials as Readonly<Record<string, string>>;
  const username = text(user, given[user] as string);
  if (username.includes(":")) {
    throw new TypeError(
      `${user}: HTTP Basic cannot carry a user name with a colon, because the first colon ends it.`,
    );
  }
  const password = text(secret, given[secret] as string);
  return headerAuth(vendor, "Authorization", base64(`${username}:${password}`), "Basic ");
}

/** `btoa` takes Latin-1 only, so it is given the UTF-8 bytes. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
