import {
  type Answer,
  fewSentences,
  type HandledRequest,
  type Masking,
  masking,
  mediaTypeOf,
  shortSentence,
  type Trace,
  type Verdict,
} from "@image-apis/http-contract";
import { bodyParts, type JournalPart, renamedParts } from "./parts.ts";

/** One request and its response, without bodies, credentials and personal values. */
export interface JournalEntry {
  /** Counts from 1 for as long as the mock runs. */
  id: number;
  /** When the request arrived, in UTC. */
  at: string;
  /** From the arrival to the response. */
  milliseconds: number;
  /** Empty, as the target is, where the request is too malformed to have one. */
  method: string;
  target: string;
  headers: Record<string, string>;
  api: string | undefined;
  operationId: string | undefined;
  verdict: Verdict;
  /** The rules that the request breaks, in words. */
  violations: string[];
  notes: string[];
  /** The body's parts, or the whole body as one without a name; of very many the first. */
  parts: JournalPart[];
  /** How many parts are not listed. */
  partsLeftOut: number;
  /** `undefined` where the client went away. */
  answer: JournalResponse | undefined;
  /** Why this response. */
  why: string;
}

export interface JournalResponse {
  status: number;
  mediaType: string | undefined;
  /** Size of the body. */
  bytes: number;
  /** The key of the documented example; `undefined` for a response of the mock's own. */
  example: string | undefined;
}

const maxParts = 50;

/** Writes down a request that has been handled with. */
export function journalEntry(id: number, handled: HandledRequest): JournalEntry {
  const { request, trace, answer, at, milliseconds } = handled;
  const shown = masking(request, trace);
  const parts = bodyParts(trace.body, shown);
  return {
    id,
    at: at.toISOString(),
    milliseconds: Math.round(milliseconds * 10) / 10,
    method: request.method ?? "GET",
    target: shown.target,
    headers: shown.headers,
    api: trace.served?.api,
    operationId: trace.served?.operation.operationId,
    verdict: handled.verdict ?? verdict(trace),
    violations: fewSentences(shown.sentences(trace.violations)),
    notes: fewSentences(shown.sentences([...renamedParts(trace), ...trace.notes])),
    parts: parts.slice(0, maxParts),
    partsLeftOut: Math.max(0, parts.length - maxParts),
    answer: answer && journalResponse(handled, answer, shown),
    why: shortSentence(shown.sentences([trace.why]).join()),
  };
}

function verdict({ served, violations }: Trace): Verdict {
  if (served === undefined) return "unknown";
  return violations.length > 0 ? "invalid" : "valid";
}

function journalResponse(
  { trace, bytes }: HandledRequest,
  { status, headers, body }: Answer,
  shown: Masking,
): JournalResponse {
  const contentType = headers["Content-Type"];
  const mediaType = contentType === undefined ? undefined : mediaTypeOf(String(contentType));
  return {
    status,
    mediaType: mediaType && shown.sentences([mediaType]).join(),
    bytes: bytes ?? (body === undefined ? 0 : Buffer.byteLength(body)),
    example: trace.response?.example,
  };
}
