import {
  type DocumentedResponse,
  defaultResponse,
  examplesOf,
  Problem,
} from "@image-apis/http-contract";
import type { Operation } from "@image-apis/spec";
import { preferences } from "./prefer.ts";

/** What a client wants to see. */
export interface Preference {
  /** `undefined` where it is left to the request. */
  response: DocumentedResponse | undefined;
  /** Whether the body is made up from the schema. A named example comes as it is. */
  dynamic: boolean;
}

/**
 * Reads which documented response a client prefers, from a `Prefer` header (RFC 7240) with Prism's
 * preferences: `code=400`, `code=400, example=400-image-too-small`, an example of the lowest 2xx alone, or
 * `dynamic=true`.
 *
 * @throws Problem 404 for a status, 400 for an example, that the operation does not document.
 */
export function preference(operation: Operation, prefer: string): Preference {
  const wanted = preferences(prefer);
  const dynamic = wanted.get("dynamic") ?? "false";
  if (!["true", "false"].includes(dynamic)) {
    throw new Problem(400, `Prefer asks for dynamic=${dynamic}. It is true or false.`);
  }
  const response = preferredResponse(operation, wanted.get("code"), wanted.get("example"));
  return { response, dynamic: dynamic === "true" && response?.example === undefined };
}

function preferredResponse(
  operation: Operation,
  code: string | undefined,
  example: string | undefined,
): DocumentedResponse | undefined {
  if (code === undefined && example === undefined) return undefined;
  const status = code === undefined ? defaultResponse(operation).status : Number(code);
  if (operation.responses[status] === undefined || !/^\d*$/.test(code ?? "")) {
    const documented = Object.keys(operation.responses).join(", ");
    throw new Problem(404, `Prefer asks for code=${code}. This operation documents ${documented}.`);
  }
  const examples = examplesOf(operation, status);
  if (example !== undefined && !examples.includes(example)) {
    throw new Problem(400, unknownExample(operation, status, example, examples));
  }
  return { status, example };
}

function unknownExample(
  operation: Operation,
  status: number,
  example: string,
  examples: string[],
): string {
  const elsewhere = Object.keys(operation.responses).find((it) =>
    examplesOf(operation, Number(it)).includes(example),
  );
  const advice =
    elsewhere === undefined
      ? `It has ${examples.join(", ") || "none"}.`
      : `It is one of ${elsewhere}: ask for code=${elsewhere}, example=${example}.`;
  return `Prefer asks for example=${example}, which response ${status} does not have. ${advice}`;
}
