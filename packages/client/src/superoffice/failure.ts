import type { Failure } from "../call/answer.ts";

/** Finds the failure in a body: `{ Error: true, ErrorType, ErrorMessage }`. The vendor has no numbers for them. */
export function failureIn(body: unknown): Failure | undefined {
  if (body === null || typeof body !== "object" || !("Error" in body) || body.Error !== true) {
    return undefined;
  }
  const { ErrorType, ErrorMessage } = body as { ErrorType?: unknown; ErrorMessage?: unknown };
  const message = `${ErrorType}: ${ErrorMessage}`;
  return { errors: [{ code: undefined, message }], warnings: [] };
}
