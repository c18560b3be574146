import type { Example, MediaType, OpenApiDocument, Response } from "./document.ts";
import type { Exchange } from "./exchange.ts";
import { operations } from "./operation.ts";

/** Whether a documented status (`404`, `4XX` or `default`) describes one that came. */
export function describesStatus(documented: string, status: number): boolean {
  if (documented === "default") return true;
  return (
    documented.toUpperCase().replaceAll("X", "") === String(status).slice(0, lengthOf(documented))
  );
}

/** The status of an operation, as the document has it, that describes one that came. */
export function documentedStatus(statuses: readonly string[], status: number): string | undefined {
  const all = statuses.filter((it) => describesStatus(it, status));
  return all.find((it) => !isRange(it)) ?? all.find((it) => it !== "default") ?? all[0];
}

const lengthOf = (documented: string) => documented.replace(/X+$/i, "").length;

const isRange = (documented: string) => !/^\d{3}$/.test(documented);

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

function examplesOf(content: Record<string, MediaType>): [string, Example][] {
  return Object.values(content).flatMap(({ examples = {} }) => Object.entries(examples));
}

/** Responses by status, where the marked examples of a range stand below their own statuses as well. */
export function byShownStatus(responses: Record<string, Response>): Record<string, Response> {
  const all: Record<string, Response> = {};
  for (const [documented, response] of Object.entries(responses)) {
    all[documented] = response;
    if (!isRange(documented)) continue;
    const examples = examplesOf(response.content ?? {});
    const statuses = new Set(examples.flatMap(([, example]) => example["x-status"] ?? []));
    if (statuses.size === 0) continue;
    delete all[documented];
    for (const status of statuses) {
      // What stands in the document under its own status wins.
      if (String(status) in responses) continue;
      all[status] = withExamples(response, (example) => example["x-status"] === status);
    }
    all[documented] = withExamples(response, (example) => example["x-status"] === undefined);
  }
  return all;
}

function withExamples(response: Response, keeps: (example: Example) => boolean): Response {
  const content = Object.entries(response.content ?? {}).map(
    ([type, { examples = {}, ...media }]) => {
      const kept = Object.entries(examples).filter(([, example]) => keeps(example));
      return [type, kept.length === 0 ? media : { ...media, examples: Object.fromEntries(kept) }];
    },
  );
  return { ...response, content: Object.fromEntries(content) };
}
