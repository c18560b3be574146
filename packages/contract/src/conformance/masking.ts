import type { ReceivedAnswer } from "../server/answer.ts";

/** Takes credentials out of a text that is about to be shown. */
export type Mask = (text: string) => string;

const hidden = "***";

/**
 * Masks the run's own secrets, what a server issues as a token or a secret, and the queries of addresses, which may
 * carry signatures.
 */
export function maskOf(secrets: readonly string[]): Mask {
  return (text) =>
    withoutSecrets(text, secrets)
      // The text may have been cut before the closing quote.
      .replace(/("(?:\w*access_?token|secret|password|ticket)"\s*:\s*)"[^"]*"?/gi, `$1"${hidden}"`)
      .replace(/(\b\w+:\/\/[^\s"'<>?]+\?)[^\s"'<>]+/g, `$1${hidden}`);
}

/** An answer in which the server repeats none of the secrets: masked at once, no part of one is left by a cut. */
export function answerWithout(answer: ReceivedAnswer, secrets: readonly string[]): ReceivedAnswer {
  if (secrets.length === 0 || !/json|xml|text|urlencoded/.test(answer.contentType)) return answer;
  const text = new TextDecoder().decode(answer.bytes);
  const masked = withoutSecrets(text, secrets);
  return masked === text ? answer : { ...answer, bytes: new TextEncoder().encode(masked) };
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  // The longest first: a password is a part of its own Basic credentials.
  const written = secrets.flatMap(waysToWrite).sort((a, b) => b.length - a.length);
  return written.reduce((all, secret) => all.replaceAll(secret, hidden), text);
}

/** As it is, in a URL, in JSON, and in a JSON text within JSON. */
function waysToWrite(secret: string): string[] {
  const inJson = (value: string) => JSON.stringify(value).slice(1, -1);
  const ways = [secret, encodeURIComponent(secret), inJson(secret), inJson(inJson(secret))];
  return ways.filter((it) => it !== "");
}
