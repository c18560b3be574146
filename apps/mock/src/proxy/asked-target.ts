import type { ClientRequest, IncomingMessage } from "node:http";
import { Problem } from "@image-apis/http-contract";
import { endToEndTrailers } from "./connection-headers.ts";
import { headerPairs } from "./header-pairs.ts";
import { Spool } from "./spool.ts";
import { type TargetResponse, targetResponse } from "./target-response.ts";
import { type Route, upstreamRequest } from "./upstream.ts";

/** A body of at most this size is held, so that its request can be sent again. */
const maxHeldBytes = 64 * 1024;

/** Methods that do the same when they are done twice (RFC 9110, 9.2.2). */
const idempotent = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"];

/** The response of a target, and the request that it answers. */
export interface Asked {
  upstream: ClientRequest;
  answer: TargetResponse;
  received: IncomingMessage;
}

/** What goes on while a target is asked. */
export interface Asking {
  timeLimit: number;
  /** Whether the client does not take what the target has sent. */
  isHeldUp(): boolean;
  /** Called for each request that is begun, before anything of it is sent. */
  begun(upstream: ClientRequest): void;
}

/**
 * Asks the target. A request that may be repeated can use a connection that was kept, and goes once more over a fresh
 * one where the kept one turns out to be closed; any other goes over a fresh one, since nobody could tell whether a
 * target that closed it had already begun to carry the request out.
 *
 * @throws Problem 502 where the target gives no response, 504 where it is silent for too long.
 */
export async function askTarget(
  route: Route,
  request: IncomingMessage,
  asking: Asking,
): Promise<Asked> {
  if (!mayRepeat(request)) {
    const { upstream, answer } = begin({ ...route, kept: undefined }, request, asking);
    stream(request, upstream);
    return { upstream, answer, received: await answer.received };
  }
  const body = await wholeBody(request);
  const first = begin(route, request, asking);
  first.upstream.end(body);
  try {
    return { ...first, received: await first.answer.received };
  } catch (error) {
    if (!first.answer.wasStale()) throw error;
    const second = begin({ ...route, kept: undefined }, request, asking);
    second.upstream.end(body);
    return { ...second, received: await second.answer.received };
  }
}

function begin(route: Route, request: IncomingMessage, asking: Asking) {
  const { timeLimit, isHeldUp, begun } = asking;
  const upstream = upstreamRequest(route, request);
  begun(upstream);
  return { upstream, answer: targetResponse(upstream, route.target, timeLimit, isHeldUp) };
}

function mayRepeat({ method = "GET", headers }: IncomingMessage): boolean {
  if (headers["transfer-encoding"] !== undefined) return false;
  const length = Number(headers["content-length"] ?? 0);
  // Without a body nothing of it was sent, whatever the method.
  return length === 0 || (idempotent.includes(method) && length <= maxHeldBytes);
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => {
    request.once("end", resolve);
    request.once("close", () => reject(new Problem(400, "The request broke off.")));
  });
  return Buffer.concat(chunks);
}

/** Sends a body while it comes, and the trailers behind it. */
function stream(request: IncomingMessage, upstream: ClientRequest): void {
  const spool = new Spool();
  // A target that goes away must not keep the rest of the request from being read.
  upstream.once("close", () => {
    request.unpipe(spool);
    spool.destroy();
    request.resume();
  });
  request.once("close", () => {
    if (!request.complete) upstream.destroy();
  });
  request.pipe(spool);
  // A pipeline would destroy the request to the target at an error, and with it a response that is already there.
  spool.pipe(upstream, { end: false });
  spool.once("error", () => upstream.destroy());
  spool.once("end", () => {
    upstream.addTrailers(endToEndTrailers(headerPairs(request.rawTrailers)));
    upstream.end();
  });
}
