import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { routedCall } from "../call-answer.ts";
import { Problem } from "../problem.ts";
import { newTrace, type Trace } from "../trace.ts";
import type { Workings } from "../workings.ts";
import { checkRequest } from "./request-check.ts";
import { isReadable, responseFailures } from "./response-check.ts";
import { passedOn, upstreamRequest } from "./upstream.ts";

/** The header of a response that says which rules of the documents the exchange breaks, as a JSON list. */
const violationsHeader = "X-Contract-Violations";
/** Node's clients take 16 KB of headers in all. */
const maxHeaderCharacters = 4000;
/** As much of a JSON response as is held for its check; a longer one passes unchecked. */
const maxHeldBytes = 4 * 1024 * 1024;
/** A target may answer without reading the whole request; the check of that body then has no end. */
const patienceMilliseconds = 2000;

/** Where calls go, and what becomes of those that break a rule. */
export interface Forwarding {
  target: URL;
  /** Whether an exchange that breaks a rule is answered with 502. */
  fail: boolean;
}

/** Forwards a call byte for byte and holds request and response against the documents while they pass. */
export async function forward(
  workings: Workings,
  { target, fail }: Forwarding,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = new Date();
  const start = performance.now();
  const trace = newTrace();
  const upstream = upstreamRequest(target, request);
  const answered = once(upstream, "response") as Promise<[IncomingMessage]>;
  response.once("close", () => upstream.destroy());
  const checked = checkedCopy(workings, request, trace);
  request.pipe(upstream);
  let status = 502;
  let contentType: string | undefined;
  let bytes = 0;
  try {
    const [received] = await answered;
    await Promise.race([checked, wait(patienceMilliseconds, undefined, { ref: false })]);
    status = received.statusCode ?? 502;
    contentType = received.headers["content-type"];
    const held = await checkResponse(received, trace);
    const { violations } = trace;
    if (fail && violations.length > 0) {
      received.resume();
      throw new Problem(502, `The exchange breaks the documents. ${violations.join(" ")}`, {
        members: { violations, targetStatus: status },
        headers: { [violationsHeader]: headerValue(violations) },
      });
    }
    trace.why = `The target answered.${violations.length > 0 ? " The exchange breaks the documents." : ""}`;
    const headers = passedOn(received.rawHeaders);
    if (violations.length > 0) headers.push(violationsHeader, headerValue(violations));
    response.writeHead(status, received.statusMessage, headers);
    for (const chunk of held) response.write(chunk);
    bytes = held.reduce((sum, chunk) => sum + chunk.length, 0);
    received.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    await pipeline(received, response);
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy();
    else {
      const problem = error instanceof Problem ? error : unreachable(target, error);
      trace.why = problem.message;
      const answer = problem.answer();
      status = answer.status;
      contentType = "application/problem+json";
      request.unpipe(upstream);
      request.resume();
      response.writeHead(status, answer.headers).end(answer.body);
    }
  }
  const headers = contentType === undefined ? {} : { "Content-Type": contentType };
  const dealt = { request, trace, at, milliseconds: performance.now() - start };
  workings.journal.add({ ...dealt, answer: { status, headers, body: undefined }, bytes });
}

/** Checks a copy of the request while the original travels on. */
async function checkedCopy(
  workings: Workings,
  request: IncomingMessage,
  trace: Trace,
): Promise<void> {
  const copy = new PassThrough();
  copy.on("error", () => undefined);
  request.once("close", () => {
    if (!request.complete) copy.destroy();
  });
  request.pipe(copy);
  try {
    const { served, call } = routedCall(workings.documents.serving, request);
    trace.served = served;
    await checkRequest(served, { ...call, stream: copy }, trace);
  } catch (error) {
    if (error instanceof Problem) trace.violations.push(error.message);
    else if (request.complete) trace.notes.push(`The request was not checked: ${String(error)}`);
  }
  // What the check did not read must not hold up the original.
  copy.resume();
}

/** Notes what is wrong with a response; what was read of it for that is returned. */
async function checkResponse(received: IncomingMessage, trace: Trace): Promise<Buffer[]> {
  const { served } = trace;
  if (served === undefined) return [];
  const { statusCode: status = 0, headers } = received;
  const held: Buffer[] = [];
  const isRead = isReadable(served, status, headers) && (await readInto(held, received));
  const body = isRead ? Buffer.concat(held) : undefined;
  trace.violations.push(...responseFailures(served, status, headers, body));
  return held;
}

/** Reads a response to its end; `false` where it is too long, and then its rest is still to be read. */
async function readInto(held: Buffer[], received: IncomingMessage): Promise<boolean> {
  let bytes = 0;
  for await (const chunk of received.iterator({ destroyOnReturn: false })) {
    held.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > maxHeldBytes) return false;
  }
  return true;
}

/** ASCII, as headers have it, and short enough for any client. */
function headerValue(violations: readonly string[]): string {
  const ascii = (text: string) =>
    text.replace(/[^\x20-\x7e]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
  const kept: string[] = [];
  for (const violation of violations) {
    if (JSON.stringify([...kept, violation]).length > maxHeaderCharacters) break;
    kept.push(violation);
  }
  return ascii(JSON.stringify(kept));
}

function unreachable(target: URL, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  return new Problem(502, `The target ${target.origin} gave no answer: ${code ?? message}.`);
}
