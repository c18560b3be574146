import type { Failure } from "../call/answer.ts";
import type { VendorIssue } from "../errors/vendor-error.ts";

/**
 * Finds the failure in a body: a non-empty `errors`, or a `status` that is the text `"false"`, of the whole answer
 * or of one item of `data`. The vendor does not publish which HTTP status goes with a failure; it may be 200.
 */
export function failureIn(body: unknown): Failure | undefined {
  if (!isObject(body)) return undefined;
  const data = objectsIn(body.data);
  const failed = data.flatMap((item, index) => (hasFailed(item) ? [index] : []));
  const errors = [...objectsIn(body.errors), ...[body, ...data].filter(hasFailed)].map(issueOf);
  if (errors.length === 0) return undefined;
  const warnings = objectsIn(body.warnings).map(issueOf);
  return { errors, warnings, items: { failed, count: data.length } };
}

const hasFailed = ({ status }: Record<string, unknown>) => status === "false";

function issueOf({ code, message }: Record<string, unknown>): VendorIssue {
  return { code: typeof code === "number" ? code : undefined, message: String(message) };
}

function objectsIn(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}
