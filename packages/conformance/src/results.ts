import { essence } from "@image-apis/http-contract";
import { operations, type WireRequest } from "@image-apis/spec";
import type { Left } from "./cleanup/cleanup.ts";
import type { Contract } from "./contract.ts";
import type { SecretSource } from "./credentials.ts";
import type { Difference } from "./difference.ts";
import type { Item } from "./plan.ts";
import type { ConformanceReport, Outcome, Result } from "./report.ts";
import { isNameOfSecret } from "./secrecy/secret-names.ts";
import type { Secrets } from "./secrecy/secrets.ts";
import { hidden, type ResponseWording } from "./secrecy/wording.ts";
import { parseJson, type ReceivedResponse } from "./server/received-response.ts";

/** What became of an item. */
export interface Found {
  outcome: Outcome;
  reason?: string;
  differences?: readonly Difference[];
  wire?: WireRequest;
  received?: ReceivedResponse | undefined;
  effect?: Result["effect"];
  milliseconds?: number;
}

/** Writes down what became of an item. */
export function shown({ id, subject }: Item, wording: ResponseWording, found: Found): Result {
  const { kind } = subject;
  const { name, summary } = kind === "exchange" ? subject.exchange : subject.refusal;
  const { outcome, reason, differences = [], wire, received, effect, milliseconds = 0 } = found;
  return {
    id,
    kind,
    name,
    summary,
    ...(kind === "exchange" && { evidence: evidenceOf(subject.exchange) }),
    outcome,
    ...(reason !== undefined && { reason }),
    ...(wire !== undefined && { request: `${wire.method} ${wire.target}` }),
    ...(effect !== undefined && { effect }),
    differences: differences.map(withoutIssued),
    ...(received !== undefined &&
      outcome === "differs" && { received: inWords(received, wording) }),
    milliseconds,
  };
}

function evidenceOf({ source, status, reason }: Result["evidence"] & object) {
  return { source, status, ...(reason !== undefined && { reason }) };
}

/** A text or a number at, or below, a property that holds a credential is not shown. */
function withoutIssued({ what, expected, received }: Difference): Difference {
  return {
    what,
    expected,
    received: isNameOfSecret(what) && /^["\d-]/.test(received) ? hidden : received,
  };
}

/** How much of a body is shown, in characters. */
const maxCharacters = 1000;

/** The status, the media type and the beginning of the body. */
function inWords(
  { status, contentType, bytes }: ReceivedResponse,
  wording: ResponseWording,
): string {
  const type = contentType === "" ? "without a Content-Type" : mediaTypeOf(contentType, wording);
  const head = `${status} ${type}`;
  if (bytes.length === 0) return `${head}, no body`;
  if (!/json|xml|text|urlencoded/.test(contentType)) return `${head}, ${bytes.length} bytes`;
  return `${head}\n${wording.upTo(maxCharacters, parseJson(new TextDecoder().decode(bytes)))}`;
}

function mediaTypeOf(contentType: string, { value }: ResponseWording): string {
  const type = essence(contentType);
  const text = value(type);
  return text === JSON.stringify(type) ? type : "with another Content-Type";
}

/**
 * A result in which nothing tells a secret: a second look at every text that came from the server, with all the secrets
 * that are known at the end of the run.
 */
export function secondLook(result: Result, secrets: Secrets): Result {
  const safe = (text: string) => (secrets.areToldBy(text) ? hidden : text);
  const { differences, received } = result;
  return {
    ...result,
    differences: differences.map(({ what, expected, received }) => ({
      what: safe(what),
      expected,
      received: safe(received),
    })),
    ...(received !== undefined && { received: safe(received) }),
  };
}

/** Puts the results in the order of the document. */
export function assemble(
  { api, document, exchanges, refusals = [] }: Contract,
  target: string,
  run: {
    started: Date;
    credentials: readonly SecretSource[];
    results: ReadonlyMap<string, Result>;
    left: readonly Left[];
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
  const notRemoved = sentences(run.left.filter(({ isMeant }) => !isMeant));
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
    leftBehind: sentences(run.left),
    ...(notRemoved.length > 0 && { notRemoved }),
  };
}

function sentences(left: readonly Left[]): string[] {
  return [...new Set(left.map(({ what }) => what))];
}
