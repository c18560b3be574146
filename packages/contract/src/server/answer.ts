import { compare, type Difference, fingerprint, inWords } from "../difference.ts";
import type { DocumentedAnswer, DocumentedBody } from "../documented-answer.ts";
import { essence } from "../media-type.ts";

/** An answer as it came over HTTP. */
export interface ReceivedAnswer {
  status: number;
  /** The `Content-Type`; `""` without one. */
  contentType: string;
  bytes: Uint8Array;
}

/** Holds an answer against the documented one: status, media type, and the body by value. */
export function answerDifferences(
  documented: DocumentedAnswer,
  received: ReceivedAnswer,
): Difference[] {
  const mediaType = received.bytes.length === 0 ? undefined : essence(received.contentType);
  const outside = [
    ...compare("status", documented.status, received.status),
    ...compare("media type", documented.mediaType, mediaType),
  ];
  // A body of another kind would only repeat the difference; its text says why it came.
  if (outside.length > 0) return [...outside, ...remark(received)];
  return bodyDifferences(documented.body, received.bytes);
}

function bodyDifferences(body: DocumentedBody, bytes: Uint8Array): Difference[] {
  const what = "body";
  const text = () => new TextDecoder().decode(bytes);
  switch (body.kind) {
    case "none":
      return [];
    case "file":
      return compare(what, fingerprint(body.bytes), fingerprint(bytes));
    case "json":
      return compare(what, body.value, parseJson(text()));
    case "xml":
      return compare(what, { [body.element]: String(body.value) }, parseElement(text()));
  }
}

/** One XML element without children, by its name; anything else stays text. */
function parseElement(xml: string): unknown {
  const [, name, text] =
    /^\s*(?:<\?xml[^>]*\?>\s*)?<([\w.-]+)(?:\s[^>]*)?>([^<]*)<\/\1>\s*$/.exec(xml) ?? [];
  return name === undefined ? xml : { [name]: text?.trim() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function remark({ contentType, bytes }: ReceivedAnswer): Difference[] {
  if (bytes.length === 0 || !/json|xml|text/.test(contentType)) return [];
  const received = inWords(parseJson(new TextDecoder().decode(bytes)));
  return [{ what: "body", expected: "the documented one", received }];
}
