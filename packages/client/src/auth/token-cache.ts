/** A token, and how long it is good, in milliseconds. */
export interface Token {
  token: string;
  life: number;
}

/** Gets the token; one that was rejected is replaced, unless that happened already. */
export type TokenCache = (load: () => Promise<Token>, rejected?: string) => Promise<string>;

/**
 * Keeps a token. In its last minutes it is renewed beside the calls that still use it; in its last seconds, calls wait
 * for the new one. However many calls want one, it is asked for once.
 */
export function tokenCache(): TokenCache {
  let current: (Token & { expires: number }) | undefined;
  let loading: Promise<string> | undefined;
  const renew = (load: () => Promise<Token>) => {
    loading ??= load()
      .then((it) => {
        current = { ...it, expires: Date.now() + it.life };
        return it.token;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  };
  return async (load, rejected) => {
    if (current === undefined || current.token === rejected) return renew(load);
    const left = current.expires - Date.now();
    if (left < Math.min(30_000, current.life / 10)) return renew(load);
    // Should it fail, the next call to find the token too old is told.
    if (left < Math.min(120_000, current.life / 2.5)) renew(load).catch(() => {});
    return current.token;
  };
}
