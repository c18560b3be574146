import type { Json } from "@image-apis/spec";
import type { Contract } from "./contract.ts";

/**
 * A copy of a contract that speaks of other things: in the requests and in the documented examples, each value that
 * equals a replaced one is that of the server.
 */
export function withOwnValues(
  contract: Contract,
  replace: ReadonlyMap<string, string> = new Map(),
): Contract {
  if (replace.size === 0) return contract;
  const own = <Value>(value: Value) => replaced(value as Json, replace) as Value;
  const { document, exchanges, refusals = [] } = contract;
  return {
    ...contract,
    document: inExamples(document as unknown as Json, own) as unknown as Contract["document"],
    exchanges: exchanges.map((it) => ({ ...it, request: withOwn(it.request, own) })),
    refusals: refusals.map((it) => ({ ...it, request: withOwn(it.request, own) })),
  };
}

function withOwn<Request extends { path: object; query: object }>(
  request: Request,
  own: <Value>(value: Value) => Value,
): Request {
  return { ...request, path: own(request.path), query: own(request.query) };
}

/** Every scalar that is written like a replaced one; a number stays a number. */
function replaced(value: Json, replace: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map((item) => replaced(item, replace));
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).map(([key, it]) => [key, replaced(it, replace)]);
    return Object.fromEntries(entries);
  }
  const own = replace.get(String(value));
  if (own === undefined) return value;
  return typeof value === "number" ? Number(own) : own;
}

function inExamples(node: Json, own: <Value>(value: Value) => Value): Json {
  if (Array.isArray(node)) return node.map((item) => inExamples(item, own));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "examples" ? own(value) : inExamples(value, own),
    ]),
  );
}
