import { essence, readXml } from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import { asItCame, compare, type Difference, fingerprint, type Wording } from "../difference.ts";
import type { ExpectedBody, ExpectedResponse } from "../expected-response.ts";

/** A response as it came over HTTP. */
export interface ReceivedResponse {
  status: number;
  /** The `Content-Type`; `""` without one. */
  contentType: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}

/** Compares a documented body with one that came. */
export type BodyComparison = (what: string, documented: Json, received: Json) => Difference[];

/**
 * Holds a response against the documented one: status, media type, and the body.
 *
 * @param compareBody By value, when left out.
 * @param wording How what came is written in the differences.
 */
export function valueDifferences(
  documented: ExpectedResponse,
  received: ReceivedResponse,
  compareBody: BodyComparison = compare,
  wording: Wording = asItCame,
): Difference[] {
  const mediaType = received.bytes.length === 0 ? undefined : essence(received.contentType);
  const outside = [
    ...compare("status", documented.status, received.status),
    ...compare("media type", documented.mediaType, mediaType, wording),
  ];
  // A body of another kind would only repeat the difference; its text says why it came.
  if (outside.length > 0) return [...outside, ...remark(received, wording)];
  return bodyDifferences(documented.body, received.bytes, compareBody, wording);
}

function bodyDifferences(
  body: ExpectedBody,
  bytes: Uint8Array,
  compareBody: BodyComparison,
  wording: Wording,
): Difference[] {
  const what = "body";
  const text = () => new TextDecoder().decode(bytes);
  switch (body.kind) {
    case "none":
      return [];
    case "file":
      return compare(what, fingerprint(body.bytes), fingerprint(bytes));
    case "json":
      return compareBody(what, body.value, parseJson(text()));
    case "xml": {
      const { name, text: value } = readXml(text()) ?? {};
      if (name !== body.element) {
        return [{ what, expected: `an element ${body.element}`, received: wording.value(text()) }];
      }
      return compareBody(what, String(body.value), value ?? "");
    }
  }
}

/** Text that is not JSON stays text. */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function remark({ contentType, bytes }: ReceivedResponse, wording: Wording): Difference[] {
  if (bytes.length === 0 || !/json|xml|text/.test(contentType)) return [];
  const received = wording.value(parseJson(new TextDecoder().decode(bytes)));
  return [{ what: "body", expected: "the documented one", received }];
}
