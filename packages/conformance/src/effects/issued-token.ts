import {
  applyOverlay,
  type Operation,
  operations,
  type SecurityScheme,
  valueAt,
} from "@image-apis/spec";
import type { Contract } from "../contract.ts";
import type { Difference } from "../difference.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { type Read, readsOf } from "./reads.ts";

/** Asks for a read, signed in with one scheme; with the headers in place of its usual ones. */
export type SignedRead = (
  read: Read,
  scheme: string,
  headers?: Record<string, string>,
) => Promise<ReceivedResponse>;

/** Signs a read in with the secret that a response issued. */
export type IssuedTokens = (
  operation: Operation,
  answer: ReceivedResponse,
) => Promise<Difference[]>;

/** The tokens that operations of a contract issue (`x-token-operation`), each used once. */
export function issuedTokens(contract: Contract, ask: SignedRead): IssuedTokens {
  const { document, overlay } = contract;
  const { securitySchemes = {} } = (overlay ? applyOverlay(document, overlay) : document)
    .components;
  const reads = readsOf(contract);
  const all = operations(document).flatMap((operation) => reads.of(operation));
  return async ({ operationId }, { status, bytes }) => {
    if (status >= 300) return [];
    const differences: Difference[] = [];
    for (const [name, scheme] of Object.entries(securitySchemes)) {
      const source = scheme["x-token-operation"];
      if (source?.operationId !== operationId) continue;
      const token = valueAt(parseJson(new TextDecoder().decode(bytes)), source.value);
      const read = all.find((it) => it.operation.security.some((one) => name in one));
      if (read === undefined || typeof token !== "string") continue;
      const usual = await ask(read, name);
      const issued = await ask(read, name, signedIn(scheme, token));
      if (issued.status === usual.status || issued.status < 300) continue;
      const what = `status of ${read.key}, signed in with what was issued`;
      differences.push({ what, expected: String(usual.status), received: String(issued.status) });
    }
    return differences;
  };
}

function signedIn(scheme: SecurityScheme, token: string): Record<string, string> {
  if (scheme.type !== "apiKey") return { Authorization: `Bearer ${token}` };
  return scheme.in === "cookie" ? { Cookie: `${scheme.name}=${token}` } : { [scheme.name]: token };
}
