import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import {
  type Answer,
  type HandledRequest,
  masking,
  newTrace,
  Problem,
  type Trace,
} from "@image-apis/http-contract";
import { corsHeaders } from "@image-apis/http-contract/server";
import type { MockContext } from "../mock-context.ts";
import { type Asked, askTarget } from "./asked-target.ts";
import { checkedCopy } from "./checked-copy.ts";
import { maxReadBytes, tooLong } from "./decoded.ts";
import { apartFromOwnPages } from "./foreign-page.ts";
import { headerPairs } from "./header-pairs.ts";
import { passInterim } from "./interim.ts";
import type { KeptConnections } from "./kept-connections.ts";
import { documentedHeader, NotOneRequest, requireOneRequest } from "./one-request.ts";
import { toOwnAddress } from "./own-address.ts";
import {
  canHaveTrailers,
  type PassedHeaders,
  passedHeaders,
  requirePassable,
} from "./passed-response.ts";
import { bytesToRead, responseFindings, type TargetResponse, unread } from "./response-check.ts";
import { shownExample } from "./shown-example.ts";
import type { Trust } from "./trust.ts";
import { violationsHeader, violationsValue } from "./violations-header.ts";

/** A target may answer without reading the whole request; the check of that body then has no end. */
const patienceMilliseconds = 2000;

/** Where calls go, and what becomes of those that break a rule. */
export interface Forwarding {
  target: URL;
  /** Whether an exchange that breaks a rule is answered with 502. */
  fail: boolean;
  /** How long the target may be silent, in milliseconds. */
  timeLimit: number;
  /** Connections to the target between two requests. */
  kept: KeptConnections;
  trust: Trust;
}

/** What a client got. */
type Passed = Pick<HandledRequest, "answer" | "bytes" | "verdict">;

/**
 * Forwards a call and holds request and response against the documents while they pass. Bodies are not changed, nor
 * headers but those of the connection and those that would lead around the proxy.
 */
export async function forward(
  context: MockContext,
  forwarding: Forwarding,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = new Date();
  const start = performance.now();
  const trace = newTrace();
  const passed = await Promise.race([
    passOn(context, forwarding, request, response, trace),
    clientGone(response),
  ]).catch((error) => refuse(context, request, response, trace, error));
  const handled: HandledRequest = {
    request,
    trace,
    ...passed,
    at,
    milliseconds: performance.now() - start,
  };
  context.journal.add(context.connections.asEnded(handled));
  context.coverage.add(handled);
}

/** Rejects when the connection of a client closes before its response is complete. */
function clientGone(response: ServerResponse): Promise<never> {
  return new Promise((_, reject) => {
    response.once("close", () => {
      if (!response.writableFinished) reject(new Error("The client went away."));
    });
  });
}

async function passOn(
  { documents }: MockContext,
  { target, fail, timeLimit, kept, trust }: Forwarding,
  request: IncomingMessage,
  response: ServerResponse,
  trace: Trace,
): Promise<Passed> {
  const apis = documents.current;
  requireOneRequest(request, apis, trace);
  const isDocumented = documentedHeader(apis);
  const passed = passedHeaders(toOwnAddress(target, request), isDocumented);
  const checked = checkedCopy(apis, request, trace);
  const asked = await askTarget({ target, kept, trust, isDocumented }, request, {
    timeLimit,
    isHeldUp: () => response.writableNeedDrain,
    begun(upstream) {
      if (response.destroyed) upstream.destroy();
      response.once("close", () => {
        if (!response.writableFinished) upstream.destroy();
      });
      passInterim(upstream, request, response, passed.headers);
    },
  });
  await Promise.race([checked, wait(patienceMilliseconds, undefined, { ref: false })]);
  try {
    return await passBack({ target, fail }, { request, response, asked, passed, trace });
  } finally {
    // What the target still sends, or would still be sent, may have no end.
    const isOver = asked.upstream.writableFinished && asked.received.readableEnded;
    if (!isOver) asked.upstream.destroy();
  }
}

/** An exchange whose response has begun. */
interface Begun {
  request: IncomingMessage;
  response: ServerResponse;
  asked: Asked;
  passed: PassedHeaders;
  trace: Trace;
}

/** Checks the response of a target and gives it to the client. */
async function passBack(
  { target, fail }: Pick<Forwarding, "target" | "fail">,
  { request, response, asked: { answer, received }, passed, trace }: Begun,
): Promise<Passed> {
  requirePassable(received, target);
  const held = await checkResponse(received, request, trace).catch(() => {
    throw answer.broken();
  });
  const { violations } = trace;
  const status = received.statusCode ?? 502;
  if (fail && violations.length > 0) {
    throw new Problem(502, `The exchange breaks the documents. ${violations.join(" ")}`, {
      members: { violations, targetStatus: status },
      headers: { [violationsHeader]: violationsValue(violations) },
    });
  }
  trace.why = `The target answered.${violations.length > 0 ? " The exchange breaks the documents." : ""}`;
  const hasTrailers = canHaveTrailers(request, received);
  const headers = passed
    .headers(headerPairs(received.rawHeaders))
    .filter(([name]) => hasTrailers || name.toLowerCase() !== "trailer")
    .filter(([name]) => status !== 204 || name.toLowerCase() !== "content-length");
  if (violations.length > 0) headers.push([violationsHeader, violationsValue(violations)]);
  headers.push(...apartFromOwnPages(request));
  // Headers are the target's, and if it sends no date there is none.
  response.sendDate = false;
  response.writeHead(status, reason(received), headers.flat());
  for (const chunk of held) response.write(chunk);
  let bytes = held.reduce((sum, chunk) => sum + chunk.length, 0);
  received.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  try {
    await pipeline(received, response, { end: false });
    if (hasTrailers) response.addTrailers(passed.trailers(headerPairs(received.rawTrailers)));
    response.end();
  } catch {
    trace.notes.push("The response broke off.");
    response.destroy();
  }
  return { answer: described(status, received.headers["content-type"]), bytes };
}

/** Answers for a target that cannot, or must not. */
function refuse(
  { access }: MockContext,
  request: IncomingMessage,
  response: ServerResponse,
  trace: Trace,
  error: unknown,
): Passed {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    trace.why = "The client went away before its response.";
    return { answer: undefined, verdict: "aborted" };
  }
  const isProblem = error instanceof Problem;
  if (!isProblem) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(masking(request, trace).sentences([text]).join());
  }
  const problem = isProblem
    ? error
    : new Problem(502, `The response cannot be passed on: ${error}.`);
  trace.why = problem.message;
  const answer = problem.answer();
  request.resume();
  const length = Buffer.byteLength(answer.body ?? "");
  const headers = {
    ...answer.headers,
    "Content-Length": length,
    ...corsHeaders(request, answer.headers, access.origins),
  };
  response.writeHead(answer.status, headers).end(answer.body);
  if (error instanceof NotOneRequest) return { answer, verdict: "malformed" };
  return { answer, ...(trace.violations.length === 0 && { verdict: "failed" }) };
}

/** Notes what is wrong with a response; what was read of it for that is returned. */
async function checkResponse(
  received: IncomingMessage,
  { method }: IncomingMessage,
  trace: Trace,
): Promise<Buffer[]> {
  const { served } = trace;
  if (served === undefined) return [];
  const { statusCode: status = 0, headers } = received;
  const response: TargetResponse = {
    status,
    contentType: headers["content-type"],
    encoding: headers["content-encoding"],
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
    ),
    body: undefined,
  };
  const held: Buffer[] = [];
  const needed = method === "HEAD" ? 0 : bytesToRead(served, response);
  if (needed > 0) {
    if (await readInto(held, received, needed)) response.body = Buffer.concat(held);
    else trace.notes.push(unread(tooLong));
  }
  const { violations, notes, value } = await responseFindings(served, response);
  trace.violations.push(...violations);
  trace.notes.push(...notes);
  if (violations.length === 0) trace.response = shownExample(served, response, value);
  return held;
}

/**
 * Reads a response to its end, or as many bytes of it as are needed; the rest is still to be read then.
 *
 * @returns `false` where more are needed than are held.
 */
async function readInto(
  held: Buffer[],
  received: IncomingMessage,
  needed: number,
): Promise<boolean> {
  let bytes = 0;
  for await (const chunk of received.iterator({ destroyOnReturn: false })) {
    held.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= needed) return true;
    if (bytes > maxReadBytes) return false;
  }
  return true;
}

/** The text behind the status, without what HTTP does not let it hold. */
function reason({ statusMessage = "" }: IncomingMessage): string {
  return statusMessage.replace(/[^\t\x20-\x7e]/g, "?");
}

/** A response that passed without being held. */
function described(status: number, contentType: string | undefined): Answer {
  const headers = contentType === undefined ? {} : { "Content-Type": contentType };
  return { status, headers, body: undefined };
}
