import type { Failure } from "../call/answer.ts";
import type { VendorIssue } from "../errors/vendor-error.ts";

/**
 * Finds the failure in a body: a non-empty `errors`, or a `status` that is `"false"`, of the whole answer or of one
 * item of `data`. The documents have that as a text; a boolean, or a code in digits, is understood as well. The vendor does not publish which HTTP status goes with a failure; it may be 200.
 */
export function failureIn(body: unknown): Failure | undefined {
  if (!isObject(body)) return undefined;
  const data = objectsIn(body.data);
  const failed = data.flatMap((item, index) => (hasFailed(item) ? [index] : []));
  const errors = [...listIn(body.errors), ...[body, ...data].filter(hasFailed)].map(issueOf);
  if (errors.length === 0) return undefined;
  const warnings = listIn(body.warnings).map(issueOf);
  return { errors, warnings, items: { failed, count: data.length } };
}

const hasFailed = ({ status }: Record<string, unknown>) => /^false$/i.test(String(status));

function issueOf(issue: unknown): VendorIssue {
  const { code, message } = isObject(issue) ? issue : { code: undefined, message: issue };
  const isCode = /^\d+$/.test(String(code));
  return { code: isCode ? Number(code) : undefined, message: String(message) };
}

const listIn = (list: unknown): unknown[] => (Array.isArray(list) ? list : []);

const objectsIn = (list: unknown) => listIn(list).filter(isObject);

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}
