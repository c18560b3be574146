import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import type { Answer } from "@image-apis/http-contract";
import { rawAnswer } from "@image-apis/http-contract/server";
import type { BrokenConnection } from "./fault.ts";
import { sendToHalfClosed } from "./half-closed.ts";

/** As long as a stalled response is kept waiting for its client to give up. */
const stallMilliseconds = 60_000;

/**
 * Holds a response back; a client that goes away meanwhile ends the wait.
 *
 * @param answer what is sent from here where the client ends its side of the connection meanwhile; `undefined` where
 * the time has to pass all the same.
 * @returns whether it was sent.
 */
export async function holdBack(
  response: ServerResponse,
  milliseconds: number,
  answer: () => Answer | undefined = () => undefined,
): Promise<boolean> {
  if (milliseconds === 0 || response.destroyed) return false;
  const until = performance.now() + milliseconds;
  const { socket, method } = response.req;
  await pause(response, milliseconds, socket);
  const left = () => until - performance.now();
  if (left() <= 0 || response.destroyed || !socket.readableEnded) return false;
  const early = answer();
  if (early !== undefined)
    return sendToHalfClosed(socket, rawAnswer(early, method === "HEAD"), left());
  await pause(response, left());
  return false;
}

/** Waits until a response is closed, or its client's side of the connection where that is given. */
async function pause(
  response: ServerResponse,
  milliseconds: number,
  socket?: Socket,
): Promise<void> {
  if (socket?.readableEnded) return;
  const over = new AbortController();
  const stop = () => over.abort();
  response.once("close", stop);
  socket?.once("end", stop);
  await wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  response.off("close", stop);
  socket?.off("end", stop);
}

/** Begins a response, or not, and breaks the connection. */
export async function sendBroken(
  response: ServerResponse,
  { status, headers, body = "" }: Answer,
  fault: BrokenConnection,
): Promise<void> {
  if (fault === "reset") {
    const { socket } = response;
    // Under TLS the connection below is out of reach; without its goodbye it counts as reset as well.
    if (socket instanceof TLSSocket) socket.destroy();
    else socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body);
  // A response without a body is whole with its head, so that it breaks before it.
  if (bytes.length > 0 && response.req.method !== "HEAD") {
    response.writeHead(status, { ...headers, "Content-Length": bytes.length });
    response.flushHeaders();
    await new Promise((written) => response.write(bytes.subarray(0, bytes.length / 2), written));
  }
  if (fault === "stall" && !response.req.socket.readableEnded) {
    // A client that ends its side of the connection has given up.
    response.req.socket.once("end", () => response.destroy());
    await holdBack(response, stallMilliseconds);
  }
  response.destroy();
}
