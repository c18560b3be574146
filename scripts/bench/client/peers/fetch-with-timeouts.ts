import { connect as connectBare } from "./fetch.ts";

export { upload } from "./fetch.ts";

/** `fetch` with what no client can do without that has timeouts and headers of its own: the floor of their cost. */
export const connect = (baseUrl: string) => connectBare(baseUrl, withTimeouts);

const withTimeouts: typeof fetch = async (url, init) => {
  const headers = new Headers({ Accept: "application/json", "User-Agent": "bench/1" });
  const whole = new AbortController();
  const attempt = new AbortController();
  const follow = () => attempt.abort(whole.signal.reason);
  whole.signal.addEventListener("abort", follow);
  const timers = [whole, attempt].map((it) => setTimeout(() => it.abort(), 3_600_000));
  try {
    return await fetch(url, { ...init, headers, signal: attempt.signal, redirect: "error" });
  } finally {
    whole.signal.removeEventListener("abort", follow);
    for (const timer of timers) clearTimeout(timer);
  }
};
