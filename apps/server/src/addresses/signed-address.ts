import { createHmac, timingSafeEqual } from "node:crypto";
import type { SigningKey, SigningKeys } from "./signing-keys.ts";

/** Below it are the signed addresses. */
export const filesPath = "/files/";

/** What addresses are signed with. */
export interface SignedAddresses {
  readonly keys: SigningKeys;
  /** As long as an address is good, in seconds. */
  readonly seconds: number;
  /** Where clients reach the server, without a slash at the end. */
  publicUrl(): string;
}

/** The address of a file, good for a while. Whoever has it needs no credentials. */
export function signedAddress(
  { keys, seconds, publicUrl }: SignedAddresses,
  token: string,
): string {
  const key = keys.newest();
  if (key === undefined) throw new Error("The data folder has no key to sign addresses with.");
  const expires = Math.floor(Date.now() / 1000) + seconds;
  const path = token.split("/").map(encodeURIComponent).join("/");
  const query = `expires=${expires}&key=${key.id}&signature=${signature(key, token, expires)}`;
  return `${publicUrl()}${filesPath}${path}?${query}`;
}

/** The token of an address that was signed here and has not expired; `undefined` for any other. */
export function signedToken(
  { keys }: Pick<SignedAddresses, "keys">,
  segments: readonly string[],
  query: URLSearchParams,
): string | undefined {
  const token = segments.join("/");
  const [expires, id] = [query.get("expires") ?? "", query.get("key") ?? ""];
  if (!/^\d{1,12}$/.test(expires) || !/^\d{1,12}$/.test(id)) return undefined;
  const key = keys.find(Number(id));
  if (key === undefined || Number(expires) * 1000 <= Date.now()) return undefined;
  const expected = Buffer.from(signature(key, token, Number(expires)));
  const found = Buffer.from(query.get("signature") ?? "");
  return found.length === expected.length && timingSafeEqual(found, expected) ? token : undefined;
}

function signature({ secret }: SigningKey, token: string, expires: number): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify([token, expires]))
    .digest("base64url");
}
