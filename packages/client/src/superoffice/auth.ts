import { securitySchemes } from "@image-apis/types/superoffice";
import { type Auth, headerAuth, type Secret } from "../auth/auth.ts";

/** Credentials that SuperOffice takes. `appToken` goes together with a ticket or a bearer token. */
export type SuperOfficeAuth = Auth<"superoffice">;

/** An access token of SuperID. Online only. Pass a function to renew it. */
export function bearer(token: Secret): SuperOfficeAuth {
  return headerAuth("superoffice", "Authorization", token, "Bearer ");
}

/** A ticket, for example `7T:…`. Online it needs an `appToken` beside it. */
export function soTicket(ticket: Secret): SuperOfficeAuth {
  const { scheme } = securitySchemes.SOTicket;
  return headerAuth("superoffice", "Authorization", ticket, `${scheme} `);
}

/**
 * For pages inside a signed-in session, whose cookies the browser sends along: the value of the `XSRF-TOKEN` cookie,
 * by default read from there before every request.
 */
export function xsrfToken(token: Secret = xsrfCookie): SuperOfficeAuth {
  return headerAuth("superoffice", securitySchemes.XsrfToken.name, token);
}

function xsrfCookie(): string {
  const { document } = globalThis as { document?: { cookie: string } };
  const [, value] = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document?.cookie ?? "") ?? [];
  if (value === undefined) throw new TypeError("xsrfToken: there is no XSRF-TOKEN cookie.");
  return decodeURIComponent(value);
}

/**
 * The session of a signed-in user, for a program outside the browser; it goes together with `xsrfToken`. A browser sends
 * the cookie by itself and lets no page set it.
 */
export function sessionCookie(session: Secret): SuperOfficeAuth {
  return headerAuth("superoffice", "Cookie", session, `${securitySchemes.SessionCookie.name}=`);
}

/** Identifies the partner application; not enough alone. */
export function appToken(token: Secret): SuperOfficeAuth {
  return headerAuth("superoffice", securitySchemes.AppToken.name, token);
}
