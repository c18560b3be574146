import { isXml, writeXml, xmlName } from "@image-apis/http-contract";
import {
  type Exchange,
  fixture,
  type Json,
  type OpenApiDocument,
  type Operation,
} from "@image-apis/spec";

/** The response of an exchange as the document has it. */
export interface ExpectedResponse {
  status: number;
  mediaType: string | undefined;
  body: ExpectedBody;
}

export type ExpectedBody =
  | { kind: "none" }
  | { kind: "json"; value: Json }
  /** One element that holds a plain value. */
  | { kind: "xml"; element: string; value: Json }
  | { kind: "file"; bytes: Uint8Array<ArrayBuffer> };

/**
 * Looks up what an exchange is answered with.
 *
 * @throws Error When the document has no such example, or no XML form for it.
 */
export function expectedResponse(
  document: OpenApiDocument,
  operation: Operation,
  { response }: Pick<Exchange, "response">,
): ExpectedResponse {
  const { status, mediaType, example, fixture: file } = response;
  if (mediaType === undefined) return { status, mediaType, body: { kind: "none" } };
  if (file !== undefined) {
    return { status, mediaType, body: { kind: "file", bytes: fixture(file).bytes } };
  }
  const media = operation.responses[String(status)]?.content?.[mediaType];
  const documented = media?.examples?.[example ?? ""];
  if (documented === undefined) {
    const place = `${operation.operationId} ${status} ${mediaType}`;
    throw new Error(`${place} has no example "${example}".`);
  }
  const { value } = documented;
  if (!isXml(mediaType)) return { status, mediaType, body: { kind: "json", value } };
  const element = xmlName(document, media ?? {}, mediaType);
  if (element === undefined || (value !== null && typeof value === "object")) {
    throw new Error(`${operation.operationId}: the document does not say how the value is XML.`);
  }
  return { status, mediaType, body: { kind: "xml", element, value } };
}

/** Writes the body down; a response without one has none. */
export function bodyBytes(body: ExpectedBody): Uint8Array | undefined {
  switch (body.kind) {
    case "none":
      return undefined;
    case "file":
      return body.bytes;
    case "json":
      return Buffer.from(JSON.stringify(body.value));
    case "xml":
      return Buffer.from(writeXml({ name: body.element, text: String(body.value) }));
  }
}
