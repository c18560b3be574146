/** What an upload is asked for, beside its files. */
export interface Job {
  signal: AbortSignal;
  onProgress(sent: number): void;
}

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

/** A form, and the progress that `fetch` can tell in a browser: its start and its end. */
export async function sent(
  files: readonly File[],
  { onProgress }: Job,
  send: (form: FormData) => Promise<Response>,
): Promise<Response> {
  const form = new FormData();
  for (const file of files) form.append("file", file);
  onProgress(0);
  const response = await send(form);
  onProgress(files.reduce((sum, { size }) => sum + size, 0));
  return response;
}
