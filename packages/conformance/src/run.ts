import { Checker } from "./check.ts";
import type { Left } from "./cleanup/cleanup.ts";
import type { Contract } from "./contract.ts";
import { readCredentials } from "./credentials.ts";
import { Messenger } from "./messenger.ts";
import type { ConformanceOptions } from "./options.ts";
import { failOnSecretsIn } from "./own-secrets.ts";
import { withOwnValues } from "./own-values.ts";
import { plan } from "./plan.ts";
import { requireStart } from "./preconditions/preconditions.ts";
import { probesOf } from "./probes.ts";
import type { ConformanceReport, Result } from "./report.ts";
import { assemble, secondLook, shown } from "./results.ts";
import { Secrets } from "./secrecy/secrets.ts";
import { vocabularyOf } from "./secrecy/vocabulary.ts";
import { discreetly } from "./secrecy/wording.ts";
import { usableTarget } from "./target.ts";

/** Told before each item that is sent. */
export type OnProgress = (progress: { at: number; of: number; id: string }) => void;

/**
 * Sends every exchange and every refusal of a contract to a server, one after the other, and judges the responses. What
 * a check creates is removed before the next.
 *
 * @throws CannotRunError For options that fit nothing, and a server that does not respond at all.
 */
export async function checkConformance(
  contract: Contract,
  options: ConformanceOptions,
  onProgress: OnProgress = () => {},
): Promise<ConformanceReport> {
  const started = new Date();
  const target = usableTarget(options.target);
  const replaced = withOwnValues(contract, options.replace);
  // A server that keeps nothing cannot be asked what it kept.
  const probes = options.examplesOnly ? [] : probesOf(replaced);
  const own = { ...replaced, exchanges: [...replaced.exchanges, ...probes] };
  const items = plan(own, options);
  const credentials = readCredentials(own.document, options);
  failOnSecretsIn({ ...options, target }, credentials.secrets);
  const secrets = new Secrets([...credentials.secrets, ...credentials.userNames]);
  const vocabulary = vocabularyOf(own.document);
  const wording = discreetly(vocabulary, secrets);
  const messenger = new Messenger(own.document, credentials, { ...options, target }, (secret) => {
    // What the document shows is not a secret.
    if (!vocabulary.has(secret)) secrets.learn(secret);
  });
  const checker = new Checker(own, messenger, wording, { ...options, target });
  const of = items.filter(({ unsent }) => unsent === undefined).length;
  const results = new Map<string, Result>();
  const left: Left[] = [];
  let at = 0;
  // An interrupted run asks nothing more.
  const isJudged = !options.examplesOnly && !options.signal?.aborted;
  if (isJudged) await requireStart(own, messenger, items, options);
  for (const item of items) {
    const reason = options.signal?.aborted ? "interrupted" : item.unsent;
    if (reason !== undefined) {
      results.set(item.id, shown(item, wording, { outcome: "not sent", reason }));
      continue;
    }
    at += 1;
    onProgress({ at, of, id: item.id });
    const began = performance.now();
    const found = await checker.check(item, options.signal);
    if (found === undefined) {
      results.set(item.id, shown(item, wording, { outcome: "not sent", reason: "interrupted" }));
      continue;
    }
    const { leftBehind, ...checked } = found;
    const milliseconds = Math.round(performance.now() - began);
    const outcome = checked.differences.length === 0 ? "conforms" : "differs";
    results.set(item.id, shown(item, wording, { outcome, ...checked, milliseconds }));
    left.push(...leftBehind);
  }
  const safe = new Map([...results].map(([id, result]) => [id, secondLook(result, secrets)]));
  const run = { started, credentials: credentials.sources, results: safe, left };
  return assemble(own, target, run);
}
