import {
  type ContractOperation,
  documentedMediaType,
  isJson,
  isXml,
  jsonFault,
  mediaTypeOf,
  schemaViolations,
} from "@image-apis/http-contract";
import { type Json, type MediaType, resolve, type Schema } from "@image-apis/spec";
import { decoded } from "./decoded.ts";
import { xmlValue } from "./xml-value.ts";

/** A response of the target as far as its check goes. */
export interface TargetResponse {
  status: number;
  contentType: string | undefined;
  encoding: string | undefined;
  /** Its bytes as they came; `undefined` where there are none to read or too many. */
  body: Buffer | undefined;
}

/** What the check of a response found. */
export interface ResponseFindings {
  /** The rules of the document that it breaks, in words. */
  violations: string[];
  /** What else is worth knowing, in words. */
  notes: string[];
  /** The body as a value, where it was read. */
  value?: Json;
}

/** Whether a response's body has to be read for its check: JSON, and XML of one element. */
export function isReadable(served: ContractOperation, response: TargetResponse): boolean {
  const media = documentedMedia(served, response);
  return media !== undefined && (isJson(media) || xmlSchema(served, response) !== undefined);
}

/** Holds a response against the document. */
export function responseFindings(
  served: ContractOperation,
  response: TargetResponse,
): ResponseFindings {
  const { status, contentType, encoding, body } = response;
  const { responses, operationId } = served.operation;
  const found = (...violations: string[]) => ({ violations, notes: [] });
  if (responses[status] === undefined) {
    const documented = Object.keys(responses).join(", ");
    return found(`The response has status ${status}; ${operationId} documents ${documented}.`);
  }
  const offered = Object.keys(responses[status].content ?? {});
  if (offered.length === 0) return found();
  const media = documentedMedia(served, response);
  if (media === undefined) {
    // Its parameters may be anything, and are not what is documented.
    const sent = contentType && (mediaTypeOf(contentType) ?? "which is none");
    const what = sent === undefined ? "no Content-Type" : `the Content-Type "${sent}"`;
    return found(
      `The response has ${what}; status ${status} is documented as ${offered.join(", ")}.`,
    );
  }
  if (body === undefined) return found();
  const kind = isJson(media) ? "JSON" : "XML";
  try {
    const content = decoded(body, encoding);
    if ("unread" in content) return { violations: [], notes: [unread(content.unread)] };
    const text = content.bytes.toString("utf8");
    const value =
      kind === "JSON"
        ? (JSON.parse(text) as Json)
        : xmlValue(text, xmlSchema(served, response) ?? {});
    const violations = schemaViolations(served.document, mediaOf(served, response), value);
    return { violations: violations.map((it) => `In the response: ${it}`), notes: [], value };
  } catch (error) {
    const reason = error instanceof SyntaxError ? jsonFault(error) : (error as Error).message;
    return found(`The response cannot be read as ${kind}: ${reason}.`);
  }
}

/** Says that a response passed without being looked into. */
export function unread(reason: string): string {
  return `The response was not read: ${reason}.`;
}

function documentedMedia(
  { operation }: ContractOperation,
  { status, contentType }: TargetResponse,
): string | undefined {
  const offered = Object.keys(operation.responses[status]?.content ?? {});
  return documentedMediaType(offered, mediaTypeOf(contentType ?? "") ?? "");
}

function mediaOf(served: ContractOperation, response: TargetResponse): MediaType | undefined {
  const media = documentedMedia(served, response);
  return media === undefined
    ? undefined
    : served.operation.responses[response.status]?.content?.[media];
}

/** The schema of a response in XML that is one element; `undefined` for another one. */
function xmlSchema(served: ContractOperation, response: TargetResponse): Schema | undefined {
  const media = documentedMedia(served, response);
  const schema = mediaOf(served, response)?.schema;
  if (media === undefined || schema === undefined || !isXml(media)) return undefined;
  const own = resolve<Schema>(served.document, schema);
  return ["integer", "number", "string"].includes(String(own.type)) ? own : undefined;
}
