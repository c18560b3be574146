import type { Difference } from "@image-apis/conformance/judging";
import type { Operation, RefusalRequest } from "@image-apis/spec";

/** The schemes an exchange uses together are one of the operation's alternatives. */
export function securityDifferences(
  { security }: Operation,
  { request }: { request: RefusalRequest },
): Difference[] {
  const alternatives = security.map((alternative) => together(Object.keys(alternative)));
  const used = together(request.security);
  const allowed = alternatives.length === 0 ? [none] : alternatives;
  if (allowed.includes(used)) return [];
  return [{ what: "credentials", expected: `one of: ${allowed.join("; ")}`, received: used }];
}

const none = "none";

function together(schemes: readonly string[]): string {
  return [...schemes].sort().join(" with ") || none;
}
