/** How many requests a browser has under way to one origin over HTTP/1.1; what is beyond that waits inside of it. */
const most = 6;

const underWay = new Map<string, number>();
const waiting = new Map<string, (() => void)[]>();

/**
 * Waits for a connection of a browser, so that the time in its own queue is not taken for the server's: nothing tells
 * when a request leaves that queue.
 *
 * @param signal Ends the waiting.
 * @returns Gives the connection to the next.
 */
export async function connection(url: string, signal: AbortSignal): Promise<() => void> {
  const { origin } = new URL(url);
  const queue = waiting.get(origin) ?? [];
  waiting.set(origin, queue);
  if ((underWay.get(origin) ?? 0) >= most) {
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        queue.splice(queue.indexOf(enter), 1);
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      queue.push(enter);
    });
  } else {
    underWay.set(origin, (underWay.get(origin) ?? 0) + 1);
  }
  return () => {
    const next = queue.shift();
    // The place is handed on, or given back.
    if (next !== undefined) next();
    else underWay.set(origin, (underWay.get(origin) ?? 1) - 1);
  };
}
