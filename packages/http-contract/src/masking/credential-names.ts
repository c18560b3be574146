import { type Parameter, type SecurityScheme, securityScheme } from "@image-apis/spec";
import type { ContractOperation } from "../operations/contract-operation.ts";

/** The names, in lower case, that an operation's own schemes give to credentials in a place. */
export function credentialNames(
  served: ContractOperation | undefined,
  place: Parameter["in"],
): string[] {
  return schemesOf(served).flatMap((scheme) =>
    scheme.type === "apiKey" && scheme.in === place ? [scheme.name.toLowerCase()] : [],
  );
}

/** The HTTP schemes, in lower case, that clients use and that are registered, and those of the operation. */
export function httpSchemes(served: ContractOperation | undefined): string[] {
  const documented = schemesOf(served).flatMap((scheme) =>
    scheme.type === "http" ? [scheme.scheme.toLowerCase()] : [],
  );
  return ["basic", "bearer", "digest", "negotiate", ...documented];
}

const remembered = new WeakMap<ContractOperation, readonly SecurityScheme[]>();

/** The schemes of an operation; every line of the journal needs them. */
function schemesOf(served: ContractOperation | undefined): readonly SecurityScheme[] {
  if (served === undefined) return [];
  const known = remembered.get(served);
  if (known !== undefined) return known;
  const names = new Set(served.operation.security.flatMap((it) => Object.keys(it)));
  const schemes = [...names].map((name) => securityScheme(served.document, name));
  remembered.set(served, schemes);
  return schemes;
}
