import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** The second line of a head follows the first after this long. */
const secondLineMilliseconds = 200;

/**
 * Sends a response, after a while, to a client that has ended its side of the connection. It may be waiting for the
 * answer, or it may be gone: only writing tells, because the system of a client that is gone refuses what arrives. So
 * the first two lines of the head go out early.
 *
 * @param pieces the lines of the head, then the body.
 * @returns whether the response was sent to its end.
 */
export async function sendToHalfClosed(
  socket: Socket,
  pieces: readonly Uint8Array[],
  milliseconds: number,
): Promise<boolean> {
  const until = performance.now() + milliseconds;
  const left = () => Math.max(0, until - performance.now());
  const gone = new AbortController();
  const stop = () => gone.abort();
  socket.once("close", stop);
  const [first = Buffer.alloc(0), second = Buffer.alloc(0), ...rest] = pieces;
  const pause = (time: number) =>
    wait(time, undefined, { signal: gone.signal }).catch(() => undefined);
  socket.write(first);
  await pause(Math.min(secondLineMilliseconds, left()));
  if (!socket.destroyed) socket.write(second);
  await pause(left());
  socket.off("close", stop);
  if (socket.destroyed) return false;
  socket.end(Buffer.concat(rest));
  return true;
}
