import type { IncomingHttpHeaders } from "node:http";
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
  const brought = broughtCredentials(call);
  const isBrought = (name: string) => brought.has(name);
  if (alternatives.length === 0 || alternatives.some((names) => names.every(isBrought))) {
    return { schemes: [...brought.keys()] };
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

/** By the name of a documented scheme, the credentials that a request brings for it: a token, or `user:password`. */
export function broughtCredentials({
  operation: { document, operation },
  headers,
  query = new URLSearchParams(),
}: Pick<RoutedCall, "operation" | "headers"> & Partial<RoutedCall>): ReadonlyMap<string, string> {
  const names = new Set(operation.security.flatMap((requirement) => Object.keys(requirement)));
  const found = [...names].map((name): [string, string] => [
    name,
    credential(securityScheme(document, name), headers, query),
  ]);
  return new Map(found.filter(([, value]) => value !== ""));
}

/** What a request brings for a scheme; `""` for nothing. */
function credential(
  scheme: SecurityScheme,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): string {
  if (scheme.type === "apiKey") {
    if (scheme.in === "query") return query.get(scheme.name) ?? "";
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
