import type { Failure } from "../call/answer.ts";

/**
 * Finds the failure in a body: a non-empty `errors`, or a `status` that is the text `"false"`, of the whole answer
 * or of one item of `data`. The vendor does not publish which HTTP status goes with a failure; it may be 200.
 */
export function failureIn(body: unknown): Failure | undefined {
  if (!isObject(body)) return undefined;
  const { errors, data } = body;
  if (Array.isArray(errors) && errors.length > 0) return describe(errors.filter(isObject));
  const failed = [body, ...(Array.isArray(data) ? data.filter(isObject) : [])].filter(
    ({ status }) => status === "false",
  );
  return failed.length > 0 ? describe(failed) : undefined;
}

function describe(issues: Record<string, unknown>[]): Failure {
  const code = issues[0]?.code;
  return {
    code: typeof code === "number" ? code : undefined,
    message: issues.map(({ message }) => String(message)).join("; "),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}
