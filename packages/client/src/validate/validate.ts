import { fullId, type OperationId, shortId } from "../documented/operation-id.ts";
import { validators } from "./compiled.js";
import { InvalidResponseError } from "./invalid-response-error.ts";
import type { Problem } from "./problem.ts";

/**
 * Compares the parsed JSON body of an answer with its documented schema. Fields that no document mentions are no
 * problem.
 *
 * @returns Everything that is wrong; nothing for a status without a documented JSON body, since there is nothing to
 * compare with.
 */
export function validate(operationId: OperationId, status: number, body: unknown): Problem[] {
  const validator = validatorOf(fullId(operationId), status);
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

/** The validator of a status, of its range or of any. */
function validatorOf(operationId: string, status: number) {
  const byStatus = validators[operationId];
  return byStatus?.[status] ?? byStatus?.[`${Math.floor(status / 100)}XX`] ?? byStatus?.default;
}
