import { fullId, type OperationId, shortId } from "../operations/operation-id.ts";
import { validators } from "./compiled.js";
import { validators as first } from "./compiled-first.js";
import { InvalidResponseError } from "./invalid-response-error.ts";
import type { Problem } from "./problem.ts";

/**
 * Compares the parsed JSON body of an answer with its documented schema. Fields that no document mentions are no
 * problem.
 *
 * @returns Everything that is wrong, or of a body of more than 1,000 values the first of it; nothing for a status
 * without a documented JSON body, since there is nothing to compare with.
 */
export function validate(operationId: OperationId, status: number, body: unknown): Problem[] {
  const validator = validatorOf(
    fullId(operationId),
    status,
    hasManyValues(body) ? first : validators,
  );
  if (validator === undefined || validator(body)) return [];
  return (validator.errors ?? []).map(({ instancePath, message = "is not valid", params }) => ({
    path: instancePath,
    message:
      "allowedValues" in params ? `${message}: ${JSON.stringify(params.allowedValues)}` : message,
  }));
}

/**
 * The same, as an error: a hook for whatever calls a function with each answer.
 *
 * @throws InvalidResponseError When something is wrong.
 */
export function assertValid(operationId: OperationId, status: number, body: unknown): void {
  const problems = validate(operationId, status, body);
  if (problems.length > 0)
    throw new InvalidResponseError(shortId(operationId), status, body, problems);
}

/** Of a body of more values than this, lists and objects included, not every error is looked for. */
const most = 1000;

function hasManyValues(body: unknown): boolean {
  const waiting = [body];
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count + waiting.length > most) return true;
    const value = waiting.pop();
    if (value !== null && typeof value === "object") {
      for (const it of Object.values(value)) waiting.push(it);
    }
  }
  return false;
}

/** The validator of a status, of its range or of any. */
function validatorOf(operationId: string, status: number, all: typeof validators) {
  const byStatus = all[operationId];
  return byStatus?.[status] ?? byStatus?.[`${Math.floor(status / 100)}XX`] ?? byStatus?.default;
}
