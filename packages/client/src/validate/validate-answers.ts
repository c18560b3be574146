import { failureReader } from "../call/failure-reader.ts";
import { apis } from "../generated/apis.ts";
import { operationsAt } from "../operations/operation-at.ts";
import { assertValid } from "./validate.ts";

/**
 * Stands around a `fetch` and validates each answer to a documented operation, as middleware of a client or inside its
 * `fetch`. What is not JSON, and a failure inside a 200, is left to the client.
 *
 * @throws InvalidResponseError When a body is not the documented one.
 */
export async function validateAnswers(
  request: Request,
  next: (request: Request) => Promise<Response>,
): Promise<Response> {
  const response = await next(request);
  const [operationId] = operationsAt(request);
  const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
  if (operationId !== undefined && isJson) {
    const body = await response
      .clone()
      .json()
      .catch(() => unreadable);
    if (body !== unreadable && !(response.ok && tellsOfFailure(operationId, body))) {
      assertValid(operationId, response.status, body);
    }
  }
  return response;
}

/** A failure inside a success is not a documented body, and the client's to tell. */
function tellsOfFailure(operationId: string, body: unknown): boolean {
  return (
    readers.find(({ api }) => operationId.startsWith(`${api}/`))?.failureIn(body) !== undefined
  );
}

const readers = apis.map(({ api, failure }) => ({ api, failureIn: failureReader(failure) }));

const unreadable = Symbol("unreadable");
