import type { Contract } from "../contract.ts";
import { Checker } from "./check.ts";
import { readCredentials } from "./credentials.ts";
import { maskOf } from "./masking.ts";
import { Messenger } from "./messenger.ts";
import type { ConformanceOptions } from "./options.ts";
import { withOwnValues } from "./own-values.ts";
import { plan } from "./plan.ts";
import type { ConformanceReport, Result } from "./report.ts";
import { assemble, shown } from "./results.ts";

/** Told before each item that is sent. */
export type OnProgress = (progress: { at: number; of: number; id: string }) => void;

/**
 * Sends every exchange and every refusal of a contract to a server, one after the other, and judges the answers. What
 * a check creates is removed before the next.
 *
 * @throws CannotRunError For options that fit nothing, and a server that does not answer at all.
 */
export async function checkConformance(
  contract: Contract,
  options: ConformanceOptions,
  onProgress: OnProgress = () => {},
): Promise<ConformanceReport> {
  const started = new Date();
  const own = withOwnValues(contract, options.replace);
  const items = plan(own, options);
  const credentials = readCredentials(own.document, options);
  const mask = maskOf(credentials.secrets);
  const checker = new Checker(own, new Messenger(own.document, credentials, options));
  const of = items.filter(({ unsent }) => unsent === undefined).length;
  const results = new Map<string, Result>();
  const left: string[] = [];
  let at = 0;
  for (const item of items) {
    const reason = options.signal?.aborted ? "interrupted" : item.unsent;
    if (reason !== undefined) {
      results.set(item.id, shown(item, mask, { outcome: "not sent", reason }));
      continue;
    }
    at += 1;
    onProgress({ at, of, id: item.id });
    const began = performance.now();
    const found = await checker.check(item, options.signal);
    if (found === undefined) {
      results.set(item.id, shown(item, mask, { outcome: "not sent", reason: "interrupted" }));
      continue;
    }
    const { leftBehind, ...checked } = found;
    const milliseconds = Math.round(performance.now() - began);
    const outcome = checked.differences.length === 0 ? "conforms" : "differs";
    results.set(item.id, shown(item, mask, { outcome, ...checked, milliseconds }));
    left.push(...leftBehind.map(mask));
  }
  return assemble(own, options, { started, credentials: credentials.sources, results, left });
}
