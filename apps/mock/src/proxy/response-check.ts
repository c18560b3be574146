import {
  type ContractOperation,
  judgeResponse,
  mediaTypeOf,
  neededOf,
  type ResponseFault,
  type ResponseVerdict,
} from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import { decoded } from "./decoded.ts";

/** A response of the target as far as its check goes. */
export interface TargetResponse {
  status: number;
  contentType: string | undefined;
  encoding: string | undefined;
  /** Names in lower case; of several values one text. */
  headers: Readonly<Record<string, string>>;
  /** Its bytes as they came, or their beginning; `undefined` where there are none to read or too many. */
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

/** How many bytes of a response's body have to be read for its check, as they come. */
export function bytesToRead(
  { document, operation }: ContractOperation,
  response: Pick<TargetResponse, "status" | "contentType" | "encoding">,
): number {
  const needed = neededOf(document, operation, response);
  // The beginning of what is packed may not be unpacked alone.
  return needed > 1 && isCoded(response) ? Number.POSITIVE_INFINITY : needed;
}

/** Holds a response against the document. */
export async function responseFindings(
  served: ContractOperation,
  response: TargetResponse,
): Promise<ResponseFindings> {
  const { document, operation } = served;
  const notes: string[] = [];
  let body: Uint8Array | undefined = response.body;
  const isParsed = bytesToRead(served, response) > 1;
  if (response.body !== undefined && response.body.length > 0 && isParsed) {
    try {
      const content = decoded(response.body, response.encoding);
      if ("unread" in content) notes.push(unread(content.unread));
      body = "unread" in content ? undefined : content.bytes;
    } catch (error) {
      const coding = (error as Error).message;
      return {
        violations: [`The response cannot be unpacked as its Content-Encoding says: ${coding}.`],
        notes,
      };
    }
  }
  const verdict = await judgeResponse(document, operation, { ...response, body });
  const words = (fault: ResponseFault) => sentence(operation.operationId, response.status, fault);
  return {
    violations: verdict.faults.map(words),
    notes: [...notes, ...remarks(verdict)],
    // The cast: what is read of a body is JSON.
    ...(verdict.value !== undefined && { value: verdict.value as Json }),
  };
}

/** Says that a response passed without being looked into. */
export function unread(reason: string): string {
  return `The response was not read: ${reason}.`;
}

function isCoded({ encoding = "" }: Pick<TargetResponse, "encoding">): boolean {
  return !/^(?:\s*identity\s*|\s*)$/i.test(encoding);
}

function sentence(operationId: string, status: number, fault: ResponseFault): string {
  switch (fault.rule) {
    case "status":
      return `The response has status ${status}; ${operationId} documents ${fault.documented.join(", ")}.`;
    case "media-type":
      return `The response has ${typeInWords(fault.received)}; status ${status} is documented as ${fault.documented.join(", ")}.`;
    case "empty-body":
      return `The response has no body; status ${status} is documented with one (${fault.mediaType}).`;
    case "unreadable-body":
      return `The response cannot be read as ${fault.format}: ${fault.reason}.`;
    case "image":
      return `The response is called ${fault.documented}; its bytes are ${fault.received ?? "not an image"}.`;
    case "missing-header":
      return `The response has no header ${fault.name}; status ${status} is documented with it.`;
    case "header":
      return `In the response: the header ${fault.name} ${fault.fault.message}.`;
    case "body":
      return `In the response: ${fault.fault.pointer || "The body"} ${fault.fault.message}.`;
  }
}

function typeInWords(contentType: string | undefined): string {
  if (contentType === undefined || contentType === "") return "no Content-Type";
  const mediaType = mediaTypeOf(contentType);
  return mediaType === undefined ? "a malformed Content-Type" : `the Content-Type "${mediaType}"`;
}

/** As many undeclared properties as are named. */
const maxNamed = 5;

function remarks({ undeclared, byHttp }: ResponseVerdict): string[] {
  const named = undeclared
    .slice(0, maxNamed)
    .map(({ pointer, params }) => `${pointer}/${params.unevaluatedProperty}`);
  const more = undeclared.length > maxNamed ? ` and ${undeclared.length - maxNamed} more` : "";
  return [
    ...(named.length > 0
      ? [
          `The response has properties that the document does not mention: ${named.join(", ")}${more}.`,
        ]
      : []),
    ...byHttp.map(({ name, status, documented }) =>
      documented === undefined
        ? `The response has no header ${name}, which HTTP asks for with ${status}.`
        : `The header ${name} of the response names another thing than ${documented.join(", ")}, which is documented.`,
    ),
  ];
}
