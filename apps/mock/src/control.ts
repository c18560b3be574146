import { documentText } from "@image-apis/spec";
import type { Answer } from "./answer.ts";
import { Problem } from "./problem.ts";

/** The first segment of every path that belongs to the mock itself. */
export const controlSegment = "__mock";

/**
 * Answers what is below `/__mock`: the health and the documents.
 *
 * @throws Problem 404 or 405.
 */
export function controlAnswer(apis: readonly string[], path: string, method: string): Answer {
  const body = resource(apis, path);
  if (body === undefined) {
    const documents = apis.map((api) => `/${controlSegment}/openapi/${api}.json`);
    const all = [`/${controlSegment}/health`, ...documents].join(", ");
    throw new Problem(404, `The mock has nothing at ${path}. It has ${all}.`);
  }
  if (method !== "GET" && method !== "HEAD") {
    throw new Problem(405, `${path} can only be read.`, { headers: { Allow: "GET, HEAD" } });
  }
  return { status: 200, headers: { "Content-Type": "application/json" }, body };
}

function resource(apis: readonly string[], path: string): string | undefined {
  if (path === `/${controlSegment}/health`) return JSON.stringify({ status: "ok", apis });
  const api = apis.find((name) => path === `/${controlSegment}/openapi/${name}.json`);
  return api === undefined ? undefined : documentText(api, "json");
}
