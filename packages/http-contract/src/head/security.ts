import { type SecurityScheme, securityScheme } from "@image-apis/spec";
import { Problem } from "../problem/problem.ts";
import type { Principal } from "./principal.ts";
import type { RoutedCall } from "./routed-call.ts";

/**
 * Checks that a request brings the credentials of one alternative the operation documents. Any credential
 * that is not empty will do.
 *
 * @throws Problem 401 with a challenge for every documented scheme.
 */
export function requireCredentials(call: RoutedCall): Principal {
  const { api, document, operation } = call.operation;
  const alternatives = operation.security.map((requirement) => Object.keys(requirement));
  const brought = broughtSchemes(call);
  const isBrought = (name: string) => brought.includes(name);
  if (alternatives.length === 0 || alternatives.some((names) => names.every(isBrought))) {
    return { schemes: brought };
  }
  const names = [...new Set(alternatives.flat())];
  const accepted = alternatives.map((it) => it.join(" with ")).join(", or ");
  throw new Problem(401, `No credentials, or not in a documented form. Accepted: ${accepted}.`, {
    headers: {
      "WWW-Authenticate": names.map((name) => challenge(securityScheme(document, name), api)),
    },
    members: { accepted: alternatives },
  });
}

type Brought = Pick<RoutedCall, "operation" | "headers"> & Partial<Pick<RoutedCall, "query">>;

/** The documented schemes that a request brings credentials for. */
export function broughtSchemes(call: Brought): string[] {
  const { document, operation } = call.operation;
  const names = new Set(operation.security.flatMap((requirement) => Object.keys(requirement)));
  return [...names].filter((name) => credential(securityScheme(document, name), call) !== "");
}

/** By the name of a documented scheme, the credentials that a request brings for it: a token, or `user:password`. */
export function broughtCredentials(call: Brought): ReadonlyMap<string, string> {
  const { document } = call.operation;
  return new Map(
    broughtSchemes(call).map((name) => [name, credential(securityScheme(document, name), call)]),
  );
}

/** What a request brings for a scheme; `""` for nothing. */
function credential(scheme: SecurityScheme, { headers, query }: Brought): string {
  if (scheme.type === "apiKey") {
    if (scheme.in === "query") return query?.get(scheme.name) ?? "";
    if (scheme.in === "cookie") return cookie(headers.cookie ?? "", scheme.name);
    return [headers[scheme.name.toLowerCase()] ?? ""].flat().join();
  }
  const { authorization = "" } = headers;
  const end = authorization.indexOf(" ");
  const name = authorization.slice(0, Math.max(0, end));
  const value = end === -1 ? "" : authorization.slice(end).trimStart();
  if (name.toLowerCase() !== scheme.scheme.toLowerCase()) return "";
  return name.toLowerCase() === "basic" ? userAndPassword(value) : value;
}

/** `user:password`, where the password may hold more colons; `""` where it is not that. */
function userAndPassword(value: string): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return "";
  const decoded = Buffer.from(value, "base64").toString("utf8");
  return decoded.indexOf(":") > 0 ? decoded : "";
}

function cookie(header: string, name: string): string {
  const pairs = header.split(";").map((pair) => pair.trim().split("="));
  return (
    pairs
      .find(([key]) => key === name)
      ?.slice(1)
      .join("=") ?? ""
  );
}

function challenge(scheme: SecurityScheme, realm: string): string {
  if (scheme.type === "apiKey") {
    return `ApiKey realm="${realm}", in="${scheme.in}", name="${scheme.name}"`;
  }
  const charset = scheme.scheme.toLowerCase() === "basic" ? ', charset="UTF-8"' : "";
  return `${httpScheme(scheme.scheme)} realm="${realm}"${charset}`;
}

/** The registered schemes are written with a capital; a scheme of the vendor's own as the vendor writes it. */
function httpScheme(name: string): string {
  return name === name.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
