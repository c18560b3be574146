import type { ContractOperation } from "@image-apis/http-contract";
import { loadOverlay } from "@image-apis/spec";
import { type ZonedText, zonedText } from "./zoned-text.ts";

/** How an API writes times without a zone; in UTC where nothing is decided. */
export function timesOf(api: string, operations: readonly ContractOperation[]): ZonedText {
  const described = operations.find((it) => it.api === api);
  if (described === undefined) return zonedText("+00:00");
  const decisions = loadOverlay(api)?.actions ?? [];
  const zones = decisions.flatMap(({ target, update }) =>
    target === "$.info" ? (update["x-time-zone"] ?? []) : [],
  );
  return zonedText(described.document.info["x-time-zone"] ?? String(zones.at(-1) ?? "+00:00"));
}
