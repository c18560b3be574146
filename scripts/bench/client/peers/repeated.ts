import type { Job } from "./peer.ts";

const attempts = 3;
const milliseconds = 120_000;

/** The retries and timeouts that a client without any leaves to its users, as a user would write them. */
export async function repeated(
  { signal }: Job,
  attempt: (signal: AbortSignal) => Promise<Response>,
): Promise<unknown> {
  for (let count = 1; ; count++) {
    let wait = 500 * 2 ** count;
    try {
      const response = await attempt(AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]));
      if (response.ok) return await response.json();
      const mayPass = response.status === 429 || response.status === 503;
      if (!mayPass || count === attempts) throw new Error(`HTTP status ${response.status}`);
      wait = Number(response.headers.get("retry-after") ?? wait / 1000) * 1000;
    } catch (error) {
      if (signal.aborted || !(error instanceof TypeError) || count === attempts) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** The progress that `fetch` can tell in a browser: its start and its end. */
export async function startAndEnd(
  files: readonly File[],
  { onProgress }: Job,
  send: () => Promise<Response>,
): Promise<Response> {
  onProgress(0);
  const response = await send();
  onProgress(files.reduce((sum, { size }) => sum + size, 0));
  return response;
}
