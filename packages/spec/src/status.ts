import type { Example, MediaType, Response } from "./document.ts";

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

/** Whether a documented status stands for several: `4XX`, `default`. */
export const isRange = (documented: string) => !/^\d{3}$/.test(documented);

/** The examples of all media types, with their keys. */
export function examplesOf(content: Record<string, MediaType>): [string, Example][] {
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
