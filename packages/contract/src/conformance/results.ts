import { operations, type WireRequest } from "@image-apis/spec";
import type { Contract } from "../contract.ts";
import type { Difference } from "../difference.ts";
import type { ReceivedAnswer } from "../server/answer.ts";
import type { SecretSource } from "./credentials.ts";
import type { Mask } from "./masking.ts";
import type { ConformanceOptions } from "./options.ts";
import type { Item } from "./plan.ts";
import type { ConformanceReport, Outcome, Result } from "./report.ts";

/** What became of an item. */
export interface Found {
  outcome: Outcome;
  reason?: string;
  differences?: readonly Difference[];
  wire?: WireRequest;
  received?: ReceivedAnswer | undefined;
  milliseconds?: number;
}

/** Writes down what became of an item, without credentials. */
export function shown({ id, subject }: Item, mask: Mask, found: Found): Result {
  const { kind } = subject;
  const { name, summary } = kind === "exchange" ? subject.exchange : subject.refusal;
  const { outcome, reason, differences = [], wire, received, milliseconds = 0 } = found;
  return {
    id,
    kind,
    name,
    summary,
    ...(kind === "exchange" && { evidence: evidenceOf(subject.exchange) }),
    outcome,
    ...(reason !== undefined && { reason }),
    ...(wire !== undefined && { request: mask(`${wire.method} ${wire.target}`) }),
    differences: differences.map((it) => masked(it, mask)),
    ...(received !== undefined && outcome === "differs" && { received: mask(inWords(received)) }),
    milliseconds,
  };
}

function evidenceOf({ source, status, reason }: Result["evidence"] & object) {
  return { source, status, ...(reason !== undefined && { reason }) };
}

/** A difference at a property that holds a credential shows nothing of it. */
function masked({ what, expected, received }: Difference, mask: Mask): Difference {
  const isCredential = /\/(\w*access_?token|secret|password|ticket)$/i.test(what);
  return { what, expected: mask(expected), received: isCredential ? "***" : mask(received) };
}

/** The status, the media type and the beginning of the body, where it is text. */
function inWords({ status, contentType, bytes }: ReceivedAnswer): string {
  const head = `${status} ${contentType || "without a Content-Type"}`;
  if (bytes.length === 0) return `${head}, no body`;
  if (!/json|xml|text|urlencoded/.test(contentType)) return `${head}, ${bytes.length} bytes`;
  const text = new TextDecoder().decode(bytes.subarray(0, 4000)).trim();
  return `${head}\n${text.length > 1000 ? `${text.slice(0, 1000)}…` : text}`;
}

/** Puts the results in the order of the document. */
export function assemble(
  { api, document, exchanges, refusals = [] }: Contract,
  { target }: Pick<ConformanceOptions, "target">,
  run: {
    started: Date;
    credentials: readonly SecretSource[];
    results: ReadonlyMap<string, Result>;
    left: readonly string[];
  },
): ConformanceReport {
  const inOrder = operations(document).map(({ operationId, method, path }) => ({
    operationId,
    method: method.toUpperCase(),
    path,
    results: [...exchanges, ...refusals]
      .filter((it) => it.operationId === operationId)
      .flatMap(({ id }) => run.results.get(id) ?? []),
  }));
  const all = [...run.results.values()];
  const count = (outcome: Outcome) => all.filter((it) => it.outcome === outcome).length;
  return {
    api,
    document: { title: document.info.title, version: document.info.version },
    target,
    startedAt: run.started.toISOString(),
    milliseconds: Date.now() - run.started.getTime(),
    credentials: run.credentials,
    counts: {
      conforms: count("conforms"),
      differs: count("differs"),
      "not sent": count("not sent"),
    },
    operations: inOrder.filter(({ results }) => results.length > 0),
    leftBehind: [...new Set(run.left)],
  };
}
