import type { Effect } from "../src/exchange.ts";
import type { Json } from "../src/json.ts";
import type { Operation } from "../src/operation.ts";

/** A step of `then:` as its file writes it. */
export type WrittenEffect = Omit<Effect, "path"> & { path?: Effect["path"] };

/** Fills in the parameters of a read operation's path that the request before it has as well. */
export function completeEffects(
  written: readonly WrittenEffect[],
  path: Readonly<Record<string, Json>>,
  operations: readonly Operation[],
): Effect[] {
  return written.map((step) => {
    const read = operations.find(({ operationId }) => operationId === step.read);
    const shared = Object.entries(path).filter(([name]) => read?.path.includes(`{${name}}`));
    return { ...step, path: { ...Object.fromEntries(shared), ...step.path } };
  });
}
