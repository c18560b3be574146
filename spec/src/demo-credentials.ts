import type { SecurityScheme } from "./document.ts";

/**
 * Made-up credentials that the exchanges send and the mock accepts: the headers for one security scheme. They
 * open nothing anywhere.
 */
export function demoCredentials(scheme: SecurityScheme): Record<string, string> {
  if (scheme.type === "apiKey") {
    return scheme.in === "cookie"
      ? { Cookie: `${scheme.name}=EXAMPLE` }
      : { [scheme.name]: "EXAMPLE" };
  }
  if (scheme.scheme.toLowerCase() === "basic") {
    return { Authorization: `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}` };
  }
  return { Authorization: `${scheme.scheme === "bearer" ? "Bearer" : scheme.scheme} EXAMPLE` };
}
