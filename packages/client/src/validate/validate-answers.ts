import { capillary } from "@image-apis/types";
import { failureReader } from "../call/failure-reader.ts";
import { description as capillaryDescription } from "../capillary/description.ts";
import { operationAt } from "../documented/operation-at.ts";
import type { OperationId } from "../documented/operation-id.ts";
import { description as superOfficeDescription } from "../superoffice/description.ts";
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
  const operationId = operationAt(request);
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

/** A failure inside a success is no documented body, and the client's to tell. */
function tellsOfFailure(operationId: OperationId, body: unknown): boolean {
  const failureIn = operationId in capillary.routes ? capillaryFailure : superOfficeFailure;
  return failureIn(body) !== undefined;
}

const capillaryFailure = failureReader(capillaryDescription.failure);
const superOfficeFailure = failureReader(superOfficeDescription.failure);

const unreadable = Symbol("unreadable");
