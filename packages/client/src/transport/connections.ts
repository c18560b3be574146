/** How many requests a browser sends to one origin at a time over HTTP/1.1; what is beyond that waits inside of it. */
const most = 6;

/** By origin: how many more may be sent now, and what goes on with those that wait. */
const origins = new Map<string, { free: number; waiting: Set<() => void> }>();

/**
 * Waits for a connection of a browser, so that the time in its own queue is not taken for the server's: nothing tells
 * when a request leaves that queue.
 *
 * @param signal Ends the waiting.
 * @returns Gives the connection to the next.
 */
export async function connection(url: string, signal: AbortSignal): Promise<() => void> {
  const { origin } = new URL(url);
  const own = origins.get(origin) ?? { free: most, waiting: new Set() };
  origins.set(origin, own);
  signal.throwIfAborted();
  if (own.free > 0) own.free -= 1;
  else {
    await new Promise<void>((enter, leave) => {
      own.waiting.add(enter);
      signal.addEventListener("abort", () => {
        // One that has its place already gives it back itself.
        if (own.waiting.delete(enter)) leave(signal.reason);
      });
    });
  }
  return () => {
    const [next] = own.waiting;
    if (next === undefined) own.free += 1;
    else {
      own.waiting.delete(next);
      next();
    }
  };
}
