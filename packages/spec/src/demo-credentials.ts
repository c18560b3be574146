import type { SecurityScheme } from "./document.ts";

/** What stands for a secret. It opens nothing anywhere. */
export const demoSecret = "EXAMPLE";

/**
 * Made-up credentials that the exchanges send and the mock accepts: the headers for one security scheme; none for one
 * that travels elsewhere.
 */
export function demoCredentials(scheme: SecurityScheme): Record<string, string> {
  if (scheme.type === "apiKey") {
    if (scheme.in === "cookie") return { Cookie: `${scheme.name}=${demoSecret}` };
    return scheme.in === "header" ? { [scheme.name]: demoSecret } : {};
  }
  if (scheme.scheme.toLowerCase() === "basic") {
    return { Authorization: `Basic ${Buffer.from("demo-user:demo-password").toString("base64")}` };
  }
  return {
    Authorization: `${scheme.scheme === "bearer" ? "Bearer" : scheme.scheme} ${demoSecret}`,
  };
}

/** The query parameter of a scheme that travels as one. */
export function demoParameter(scheme: SecurityScheme): [name: string, value: string][] {
  return scheme.type === "apiKey" && scheme.in === "query" ? [[scheme.name, demoSecret]] : [];
}

/** The cookie of a scheme that travels as one: `name=value`. */
export function demoCookie(scheme: SecurityScheme): string[] {
  return scheme.type === "apiKey" && scheme.in === "cookie" ? [`${scheme.name}=${demoSecret}`] : [];
}
