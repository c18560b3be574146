import { asText, type Conversion } from "./conversion.ts";

/**
 * A signed address of a file: whoever has it may fetch the file until it expires, without credentials. Keep it out of
 * logs.
 */
export interface SignedLink {
  /** The whole address, to fetch from. */
  href: string;
  /** When it was signed; undefined where the address does not say. */
  signedAt: Date | undefined;
  /** How long it lives from then on, in seconds; undefined where the address does not say. */
  lifetimeSeconds: number | undefined;
  /** When it stops working; undefined where the address does not say. */
  expiresAt: Date | undefined;
}

/** An address that travels as text, with what its `X-Amz-Date` and `X-Amz-Expires` say. */
export const signedLink: Conversion<string, SignedLink> = {
  read(text, at) {
    const href = asText(text, at);
    const query = URL.canParse(href) ? new URL(href).searchParams : new URLSearchParams();
    const signedAt = amzDate(query.get("X-Amz-Date") ?? "");
    const seconds = query.get("X-Amz-Expires") ?? "";
    const lifetimeSeconds = /^\d{1,9}$/.test(seconds) ? Number(seconds) : undefined;
    const expiresAt =
      signedAt === undefined || lifetimeSeconds === undefined
        ? undefined
        : new Date(signedAt.getTime() + lifetimeSeconds * 1000);
    return { href, signedAt, lifetimeSeconds, expiresAt };
  },
  write: (link, at) => asText(link?.href, `${at}.href`),
};

/** Whether an address has expired. One that does not say when counts as alive: only fetching it can tell. */
export function hasExpired({ expiresAt }: SignedLink, now: Date = new Date()): boolean {
  return expiresAt !== undefined && expiresAt.getTime() <= now.getTime();
}

/** Reads `20240508T034059Z`. */
function amzDate(text: string): Date | undefined {
  const [, ...parts] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
