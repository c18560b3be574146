import type { IncomingHttpHeaders } from "node:http";
import { securityScheme } from "@image-apis/spec";
import type { ServedOperation } from "../served-operation.ts";
import { shortened } from "./shortened.ts";

const mask = "***";
/** Names that credentials go by, whatever an operation documents. */
const suspicious = /auth|cookie|token|ticket|secret|passw|signature|api-?key|session/i;

/** A request's headers; of a credential only the scheme is kept. */
export function maskedHeaders(
  headers: IncomingHttpHeaders,
  served: ServedOperation | undefined,
): Record<string, string> {
  const secret = credentialNames(served, "header");
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = [value ?? ""].flat().join(", ");
      if (name === "authorization") return [name, maskedAuthorization(text, served)];
      const isSecret = suspicious.test(name) || secret.includes(name.toLowerCase());
      if (name === "referer") return [name, maskedTarget(text, served)];
      return [shortened(name), isSecret ? mask : shortened(text)];
    }),
  );
}

/** A request target without the values of credentials in its query. */
export function maskedTarget(target: string, served: ServedOperation | undefined): string {
  const secret = credentialNames(served, "query");
  const masked = target.replace(/([?&])([^=&?]*)=[^&]*/g, (whole, mark: string, name: string) =>
    suspicious.test(name) || secret.includes(name.toLowerCase()) ? `${mark}${name}=${mask}` : whole,
  );
  return shortened(masked.replace(/^(https?:\/\/)[^/?@]*@/i, `$1${mask}@`));
}

/** What stands before the credentials is kept where it is a scheme: it might be the credentials. */
function maskedAuthorization(text: string, served: ServedOperation | undefined): string {
  const scheme = /^([A-Za-z][\w-]*) /.exec(text)?.[1];
  const isKnown = scheme !== undefined && httpSchemes(served).includes(scheme.toLowerCase());
  return isKnown ? `${scheme} ${mask}` : mask;
}

/** The registered schemes that clients use, and those of the operation, in lower case. */
function httpSchemes(served: ServedOperation | undefined): string[] {
  const names = served?.operation.security.flatMap((it) => Object.keys(it)) ?? [];
  const documented = names.flatMap((name) => {
    const scheme = served && securityScheme(served.document, name);
    return scheme?.type === "http" ? [scheme.scheme.toLowerCase()] : [];
  });
  return ["basic", "bearer", "digest", "negotiate", ...documented];
}

/** The names, in lower case, that an operation's own schemes give to credentials. */
function credentialNames(served: ServedOperation | undefined, place: "header" | "query"): string[] {
  if (served === undefined) return [];
  const schemes = served.operation.security.flatMap((it) => Object.keys(it));
  return schemes.flatMap((name) => {
    const scheme = securityScheme(served.document, name);
    return scheme.type === "apiKey" && scheme.in === place ? [scheme.name.toLowerCase()] : [];
  });
}
