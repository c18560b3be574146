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
      if (name === "authorization") return [name, maskedAuthorization(text)];
      const isSecret = suspicious.test(name) || secret.includes(name.toLowerCase());
      return [shortened(name), isSecret ? mask : shortened(text)];
    }),
  );
}

/** A request target without the values of credentials in its query. */
export function maskedTarget(target: string, served: ServedOperation | undefined): string {
  const secret = credentialNames(served, "query");
  const masked = target.replace(/([?&])([^=&]*)=[^&]*/g, (whole, mark: string, name: string) =>
    suspicious.test(name) || secret.includes(name.toLowerCase()) ? `${mark}${name}=${mask}` : whole,
  );
  return shortened(masked.replace(/^(https?:\/\/)[^/?@]*@/i, `$1${mask}@`));
}

function maskedAuthorization(text: string): string {
  const scheme = /^([A-Za-z][\w-]*) /.exec(text)?.[1];
  return scheme === undefined ? mask : `${scheme} ${mask}`;
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
