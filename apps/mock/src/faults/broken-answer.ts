import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../answer.ts";
import { corsHeaders } from "../cors.ts";
import type { BrokenConnection } from "./fault.ts";

/** As long as a stalled answer is kept waiting for its client to give up. */
const stallMilliseconds = 60_000;

/** Holds an answer back; a client that goes away meanwhile ends the wait. */
export async function holdBack(response: ServerResponse, milliseconds: number): Promise<void> {
  if (milliseconds === 0 || response.destroyed) return;
  const gone = new AbortController();
  const stop = () => gone.abort();
  response.once("close", stop);
  await wait(milliseconds, undefined, { signal: gone.signal }).catch(() => undefined);
  response.off("close", stop);
}

/** Begins an answer, or not, and breaks the connection. */
export async function sendBroken(
  response: ServerResponse,
  { status, headers, body = "" }: Answer,
  fault: BrokenConnection,
): Promise<void> {
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  // An answer without a body is whole with its head, so that it breaks before it.
  if (bytes.length > 0 && response.req.method !== "HEAD") {
    const cors = corsHeaders(response.req, headers);
    response.writeHead(status, { ...headers, ...cors, "Content-Length": bytes.length });
    response.flushHeaders();
    await new Promise((written) => response.write(bytes.subarray(0, bytes.length / 2), written));
  }
  if (fault === "stall") await holdBack(response, stallMilliseconds);
  response.destroy();
}
