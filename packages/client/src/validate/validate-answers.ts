import { operationAt } from "../documented/operation-at.ts";
import { assertValid } from "./validate.ts";

/**
 * Stands around a `fetch` and validates each answer to a documented operation, as middleware of a client or inside its
 * `fetch`. What is not JSON is left to the client.
 *
 * @throws InvalidResponseError When a body is not the documented one.
 */
export async function validateAnswers(
  request: Request,
  next: (request: Request) => Promise<Response>,
): Promise<Response> {
  const response = await next(request);
  const operationId = operationAt(request);
  const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
  if (operationId !== undefined && isJson) {
    const body = await response
      .clone()
      .json()
      .catch(() => unreadable);
    if (body !== unreadable) assertValid(operationId, response.status, body);
  }
  return response;
}

const unreadable = Symbol("unreadable");
