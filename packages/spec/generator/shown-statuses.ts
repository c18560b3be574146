import type { OpenApiDocument } from "../src/document.ts";
import type { Exchange } from "../src/exchange.ts";
import { operations } from "../src/operation.ts";
import { examplesOf, isRange } from "../src/status.ts";

/**
 * Writes on every example below a range of statuses, or below `default`, the status that it is answered with: that of
 * the exchange that shows it, else the first of the range.
 */
export function markShownStatuses(document: OpenApiDocument, exchanges: readonly Exchange[]): void {
  for (const { operationId, responses } of operations(document)) {
    const shown = exchanges.filter((it) => it.operationId === operationId);
    for (const [documented, { content = {} }] of Object.entries(responses)) {
      if (!isRange(documented)) continue;
      for (const [key, example] of examplesOf(content)) {
        const status = shown.find(({ response }) => response.example === key)?.response.status;
        example["x-status"] ??= status ?? firstOf(documented);
      }
    }
  }
}

function firstOf(documented: string): number {
  return documented === "default" ? 500 : Number(`${documented[0]}00`);
}
