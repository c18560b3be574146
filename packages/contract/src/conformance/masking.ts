/** Takes credentials out of a text that is about to be shown. */
export type Mask = (text: string) => string;

/**
 * Masks the run's own secrets, what a server issues as a token or a secret, and the queries of addresses, which may
 * carry signatures.
 */
export function maskOf(secrets: readonly string[]): Mask {
  return (text) => {
    // The longest first: a password is a part of its own Basic credentials.
    const own = secrets.filter((it) => it !== "").toSorted((a, b) => b.length - a.length);
    const without = own.reduce((all, secret) => all.replaceAll(secret, hidden), text);
    return without
      .replace(/("(?:\w*access_?token|secret|password|ticket)"\s*:\s*)"[^"]*"/gi, `$1"${hidden}"`)
      .replace(/(\b\w+:\/\/[^\s"'<>?]+\?)[^\s"'<>]+/g, `$1${hidden}`);
  };
}

const hidden = "***";
