import type { Exchange } from "@image-apis/spec";
import { CannotRunError } from "../cannot-run-error.ts";
import { type Contract, operationFinder } from "../contract.ts";
import type { Messenger } from "../messenger.ts";
import type { ConformanceOptions } from "../options.ts";
import type { Item } from "../plan.ts";
import { remedyOf } from "./repair.ts";
import { findUnmet, type Unmet } from "./unmet.ts";

/**
 * Checks whether the server has the start that the documents presume, before anything is judged by it.
 *
 * @param items What is going to be sent.
 * @throws CannotRunError That says what is not so, and how to get there.
 */
export async function requireStart(
  contract: Contract,
  messenger: Messenger,
  items: readonly Item[],
  options: Pick<ConformanceOptions, "repair" | "allowWrites" | "signal">,
): Promise<void> {
  const { repair = false, allowWrites = false, signal } = options;
  const first = await unmetOf(contract, messenger, items, signal);
  if (first.length === 0 || signal?.aborted) return;
  if (repair && allowWrites) {
    for (const unmet of first) {
      const remedy = remedyOf(contract, unmet);
      if (remedy !== undefined)
        await messenger.send(messenger.wire(remedy.operation, remedy.request));
    }
  }
  const left = repair && allowWrites ? await unmetOf(contract, messenger, items, signal) : first;
  if (left.length === 0 || signal?.aborted) return;
  throw new CannotRunError(
    [
      "The server's data are not those that the documents presume, so nothing was judged.",
      ...left.map((unmet) => `- ${unmet.what} ${wayTo(contract, unmet)}`),
      "--repair with --allow-writes does this where a documented operation can; --replace names data of your own.",
    ].join("\n"),
  );
}

function wayTo(contract: Contract, unmet: Unmet): string {
  const remedy = remedyOf(contract, unmet);
  const call = `${remedy?.operation.operationId} for ${Object.values(unmet.read.path).join(" ")}`;
  return remedy === undefined
    ? "No documented operation changes that: change the server's data, or replace the id."
    : `Call ${call}.`;
}

async function unmetOf(
  contract: Contract,
  messenger: Messenger,
  items: readonly Item[],
  signal: AbortSignal | undefined,
): Promise<Unmet[]> {
  const operationOf = operationFinder(contract);
  const find = findUnmet(contract);
  const unmet = new Map<string, Unmet>();
  for (const exchange of concerned(contract, items)) {
    if (signal?.aborted) return [];
    // Whatever type is stored: a server need not have the one that the exchange accepts.
    const answer = await messenger
      .send(messenger.wire(operationOf(exchange), { ...exchange.request, headers: {} }), signal)
      // What does not answer is found by the checks.
      .catch((error: unknown) => {
        if (error instanceof CannotRunError && !signal?.aborted) throw error;
        return undefined;
      });
    const found = answer === undefined ? [] : await find(exchange, answer);
    for (const it of found) if (!unmet.has(it.read.key)) unmet.set(it.read.key, it);
  }
  return [...unmet.values()];
}

/** The reads of what the items name in their paths. */
function concerned(contract: Contract, items: readonly Item[]): Exchange[] {
  const { exchanges } = contract;
  const operationOf = operationFinder(contract);
  const named = new Set(
    items
      .filter(({ unsent }) => unsent === undefined)
      .flatMap(({ subject, steps }) => {
        const own = subject.kind === "exchange" ? [subject.exchange] : [];
        return [...own, ...steps].flatMap(({ request, effects = [] }) =>
          [request.path, ...effects.map(({ path }) => path)].map((it) => JSON.stringify(it)),
        );
      }),
  );
  return exchanges.filter(
    (it) =>
      operationOf(it).method === "get" &&
      it.given.length === 0 &&
      named.has(JSON.stringify(it.request.path)),
  );
}
