import { type Json, resolve } from "@image-apis/spec";
import type { ContractOperation } from "../operations/contract-operation.ts";
import { type DocumentedResponse, defaultResponse } from "../operations/documented-response.ts";
import { Problem } from "../problem/problem.ts";
import { schemaViolations } from "../validation/schema-check.ts";
import { acceptedType } from "./accept.ts";
import type { Responder } from "./responder.ts";
import { serialise } from "./serialise.ts";

/** Writes the examples of the document, or the bodies it is given, and makes nothing up. */
export const exampleResponder: Responder = {
  async respond(operation, { status, example }, { accept, body }) {
    const { document, operation: documented } = operation;
    const response = documented.responses[status];
    const headers = headerExamples(operation, status);
    const offered = Object.keys(response?.content ?? {});
    const [own] = offered;
    if (own === undefined) return { status, headers, body: undefined };
    const isUsual = status === defaultResponse(documented).status;
    const mediaType = acceptedType(accept, offered) ?? (isUsual ? undefined : own);
    if (mediaType === undefined) {
      throw new Problem(
        406,
        `Accept is "${accept}". This response comes as ${offered.join(", ")}.`,
      );
    }
    const media = response?.content?.[mediaType];
    const value = body ?? exampleOf(operation, { status, example }, mediaType);
    const faults = schemaViolations(document, media, value);
    if (faults.length > 0) {
      const { operationId } = documented;
      throw new Error(
        `A response of ${operationId} does not fit the document: ${faults.join(" ")}`,
      );
    }
    return {
      status,
      headers: { ...headers, "Content-Type": mediaType },
      body: serialise(value, document, media ?? {}, mediaType),
    };
  },
};

/** @throws Error for a response of which the document shows nothing. */
function exampleOf(
  { operation }: ContractOperation,
  { status, example }: DocumentedResponse,
  mediaType: string,
): Json {
  const { examples = {} } = operation.responses[status]?.content?.[mediaType] ?? {};
  const shown = example === undefined ? Object.values(examples)[0] : examples[example];
  if (shown !== undefined && "value" in shown) return shown.value as Json;
  throw new Error(`${operation.operationId} shows no example for ${status} as ${mediaType}.`);
}

/** The headers of a response that the document shows a value of. */
function headerExamples(
  { document, operation }: ContractOperation,
  status: number,
): Record<string, string> {
  const headers = Object.entries(operation.responses[status]?.headers ?? {});
  return Object.fromEntries(
    headers.flatMap(([name, documented]) => {
      const { examples = {} } = resolve(document, documented);
      const [first] = Object.values(examples);
      return first !== undefined && "value" in first ? [[name, String(first.value)]] : [];
    }),
  );
}
