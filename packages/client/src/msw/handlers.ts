import { type HttpHandler, HttpResponse, http, type RequestHandlerOptions } from "msw";
import { type DocumentedAnswer, responseOf } from "../documented/answer.ts";
import { answers, codes } from "../generated/answers.ts";
import { operationsAt } from "../operations/operation-at.ts";
import { fullId, type OperationId, shortId } from "../operations/operation-id.ts";
import type { AnswerCode, AnswerKey } from "./answer-key.ts";

/** As a caller without types may ask for it. */
const answersById: Record<string, Record<string, DocumentedAnswer>> = answers;
const codesById: Record<string, Record<number, string>> = codes;

/** Which requests a handler takes, and how often. */
export interface HandlerOptions extends RequestHandlerOptions {
  /** Takes requests below this address alone; by default below any. */
  baseUrl?: string | undefined;
}

/** What differs from the documented answer. */
export interface AnswerOptions extends HandlerOptions {
  /** Another status, for example 200 for a failure: not every vendor publishes the status of its errors. */
  status?: number | undefined;
  /** Further headers, for example `{ "X-Cap-Requestid": "…" }`. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * One handler per operation that answers its documented success, for `setupServer` or `setupWorker`; and one that
 * answers the preflights of an environment with CORS, such as happy-dom.
 */
export function documentedHandlers(options: AnswerOptions = {}): HttpHandler[] {
  const successes = Object.entries(answersById).map(([operationId, byKey]) => {
    const [success] = Object.keys(byKey).filter((key) => (byKey[key]?.status ?? 0) < 300);
    // The casts: Object.entries gives the keys up.
    return answerWith(operationId as OperationId, success as never, options);
  });
  return [...successes, preflights(options)];
}

/**
 * A handler that answers one documented example: `answerWith("addCustomerImage", "400-image-too-small")`.
 * An answer without an example has its status as key: `answerWith("getPersonImage", "200")`, a small PNG.
 */
export function answerWith<Id extends OperationId>(
  operationId: Id,
  key: AnswerKey<Id>,
  options: AnswerOptions = {},
): HttpHandler {
  const documented = answersById[fullId(operationId)] ?? {};
  const answer = documented[key];
  if (answer === undefined) {
    throw new TypeError(
      `${operationId} has no documented answer "${key}". Documented: ${Object.keys(documented).join(", ")}.`,
    );
  }
  return handlerFor(operationId, options, () => responseOf(answer, options));
}

/** A handler that answers one of the vendor's error codes: `failWith("addCustomerImage", 8083)`. */
export function failWith<Id extends OperationId>(
  operationId: Id,
  code: AnswerCode<Id>,
  options: AnswerOptions = {},
): HttpHandler {
  const known = codesById[fullId(operationId)] ?? {};
  const example = known[code as number];
  if (example === undefined) {
    const documented = Object.keys(known).join(", ") || "none";
    throw new TypeError(
      `${shortId(operationId)} has no documented error ${String(code)}. Documented: ${documented}.`,
    );
  }
  return answerWith(operationId, example as never, options);
}

/** What stands in for an answer that no document describes. */
export interface UndocumentedAnswer extends HandlerOptions {
  headers?: Readonly<Record<string, string>> | undefined;
  /** By default none. */
  body?: string | undefined;
}

/** A handler that answers a bare status: a gateway's 503, a 429 with `{ headers: { "Retry-After": "1" } }`. */
export function failWithStatus(
  operationId: OperationId,
  status: number,
  options: UndocumentedAnswer = {},
): HttpHandler {
  const { headers, body = null } = options;
  return handlerFor(
    operationId,
    options,
    () => new Response(body, headers === undefined ? { status } : { status, headers }),
  );
}

/** A handler that breaks the connection. */
export function failToConnect(operationId: OperationId, options: HandlerOptions = {}): HttpHandler {
  return handlerFor(operationId, options, () => HttpResponse.error());
}

function handlerFor(
  operationId: OperationId,
  { baseUrl, once = false }: HandlerOptions,
  answer: () => Response,
): HttpHandler {
  return http.all(
    ({ request }) => operationsAt(request, baseUrl).includes(fullId(operationId)),
    () => readable(answer()),
    { once },
  );
}

function preflights({ baseUrl }: HandlerOptions): HttpHandler {
  return http.all(
    ({ request }) => {
      // Not every environment lets a handler see what is asked for.
      const asked = request.headers.get("access-control-request-method");
      return request.method === "OPTIONS" && operationsAt(request, baseUrl, asked).length > 0;
    },
    ({ request }) => {
      const headers = {
        "Access-Control-Allow-Methods": "*",
        "Access-Control-Allow-Headers":
          request.headers.get("access-control-request-headers") ?? "*",
      };
      return readable(new Response(null, { status: 204, headers }));
    },
  );
}

/** An answer that a page of another origin may read. */
function readable(response: Response): Response {
  if (response.type !== "error") {
    response.headers.set("Access-Control-Allow-Origin", "*");
    response.headers.set("Access-Control-Expose-Headers", "*");
  }
  return response;
}
