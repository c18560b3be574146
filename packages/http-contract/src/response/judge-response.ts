import {
  documentedStatus,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Response,
  resolve,
  type Schema,
} from "@image-apis/spec";
import { jsonFault } from "../body/json-fault.ts";
import { imageHeadSize, imageType } from "../files/image-type.ts";
import { declaredFor, isIn, isJson, mediaTypeOf } from "../negotiation/media-type.ts";
import { schemaFaults } from "../validation/schema-check.ts";
import { textValue } from "../validation/text-value.ts";
import { undeclaredProperties } from "../validation/undeclared.ts";
import { readXml } from "../xml/xml-element.ts";
import { xmlName } from "../xml/xml-name.ts";
import { bodyText, jsonValue, xmlText } from "./body-text.ts";
import { obligatoryHeaders } from "./obligatory-headers.ts";
import type { ResponseFault, ResponseVerdict } from "./response-fault.ts";

/** A response as far as it is judged. */
export interface JudgedResponse {
  status: number;
  /** The `Content-Type`; `undefined` or `""` without one. */
  contentType: string | undefined;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /**
   * The bytes, without their Content-Encoding; `undefined` where there are none to judge, as after HEAD, or too many.
   * Of an image the first `neededOf` are enough.
   */
  body: Uint8Array | undefined;
}

/**
 * Holds a response against what an operation documents: the one place where this is decided. What the document does not
 * mention is no fault: a header, a body of a status without a media type.
 */
export async function judgeResponse(
  document: OpenApiDocument,
  operation: Operation,
  response: JudgedResponse,
): Promise<ResponseVerdict> {
  const byHttp = obligatoryHeaders(document, operation, response);
  const verdict: ResponseVerdict = {
    faults: [],
    undeclared: [],
    byHttp,
    mediaType: undefined,
  };
  const described = describedBy(operation, response.status);
  if (described === undefined) {
    const documented = Object.keys(operation.responses);
    verdict.faults.push({ rule: "status", documented, received: response.status });
    return verdict;
  }
  verdict.faults.push(...headerFaults(document, described, response));
  const content = described.content ?? {};
  const documented = Object.keys(content);
  if (documented.length === 0) return verdict;
  const received = mediaTypeOf(response.contentType ?? "");
  const found = received === undefined ? undefined : declaredFor(content, received);
  if (response.body?.length === 0) {
    const [mediaType = ""] = found ?? documented;
    verdict.faults.push({ rule: "empty-body", mediaType });
  } else if (received === undefined || found === undefined) {
    // Its parameters may be anything, and are not what is documented.
    verdict.faults.push({
      rule: "media-type",
      documented,
      received: received ?? response.contentType,
    });
  } else {
    const [mediaType, media] = found;
    verdict.mediaType = mediaType;
    if (response.body !== undefined) {
      await judgeBody(document, media, received, response, verdict);
    }
  }
  return verdict;
}

/**
 * How many bytes of the body are needed to judge a response: all of JSON and XML, the beginning of an image, one of
 * anything else to see whether there are any, none where no body is documented.
 */
export function neededOf(
  document: OpenApiDocument,
  operation: Operation,
  { status, contentType }: Pick<JudgedResponse, "status" | "contentType">,
): number {
  const content = describedBy(operation, status)?.content ?? {};
  if (Object.keys(content).length === 0) return 0;
  const received = mediaTypeOf(contentType ?? "") ?? "";
  const [, media] = declaredFor(content, received) ?? [];
  if (media === undefined) return 1;
  if (isJson(received) || xmlName(document, media, received) !== undefined) {
    return Number.POSITIVE_INFINITY;
  }
  return received.startsWith("image/") ? imageHeadSize : 1;
}

function describedBy({ responses }: Operation, status: number): Response | undefined {
  return responses[documentedStatus(Object.keys(responses), status) ?? ""];
}

async function judgeBody(
  document: OpenApiDocument,
  media: MediaType,
  mediaType: string,
  { contentType = "", body: bytes = new Uint8Array() }: JudgedResponse,
  verdict: ResponseVerdict,
): Promise<void> {
  const { schema = {} } = media;
  const element = xmlName(document, media, mediaType);
  const text = bodyText(bytes, contentType);
  const unreadable = (format: "JSON" | "XML", reason: string) => {
    const shown = "value" in text ? text.value : new TextDecoder().decode(bytes);
    const named = element === undefined ? {} : { element };
    verdict.faults.push({ rule: "unreadable-body", format, reason, text: shown, ...named });
  };
  if (isJson(mediaType)) {
    const read = "reason" in text ? text : jsonValue(text.value, jsonFault);
    if ("reason" in read) return unreadable("JSON", read.reason);
    verdict.value = read.value;
  } else if (element !== undefined) {
    const xml = "reason" in text ? text : xmlText(text.value);
    if ("reason" in xml) return unreadable("XML", xml.reason);
    const read = readXml(xml.value);
    if (read?.name !== element) return unreadable("XML", `it is not one <${element}> with a text`);
    verdict.value = textValue(document, schema, read.text);
  } else {
    verdict.faults.push(...(await imageFaults(document, schema, mediaType, bytes)));
    return;
  }
  if (media.schema === undefined) return;
  const faults = schemaFaults(document, media.schema, verdict.value);
  verdict.faults.push(...faults.map((fault): ResponseFault => ({ rule: "body", fault })));
  verdict.undeclared.push(...undeclaredProperties(document, media.schema, verdict.value));
}

/** Bytes that are declared as an image are one, of that type. */
async function imageFaults(
  document: OpenApiDocument,
  schema: Schema | { $ref: string },
  mediaType: string,
  bytes: Uint8Array,
): Promise<ResponseFault[]> {
  const { format } = resolve<Schema>(document, schema);
  if (!mediaType.startsWith("image/") || (format !== undefined && format !== "binary")) return [];
  const received = await imageType(bytes);
  if (received !== undefined && isIn(mediaType, received)) return [];
  return [{ rule: "image", documented: mediaType, received }];
}

function headerFaults(
  document: OpenApiDocument,
  { headers = {} }: Response,
  response: JudgedResponse,
): ResponseFault[] {
  return Object.entries(headers).flatMap(([name, node]): ResponseFault[] => {
    const { required = false, schema } = resolve(document, node);
    const text = response.headers[name.toLowerCase()];
    if (text === undefined) return required ? [{ rule: "missing-header", name }] : [];
    if (schema === undefined) return [];
    return schemaFaults(document, schema, textValue(document, schema, text)).map((fault) => ({
      rule: "header",
      name,
      fault,
    }));
  });
}
