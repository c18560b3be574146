import type { Difference, Validation } from "@image-apis/conformance/judging";
import { essence, isIn } from "@image-apis/http-contract";
import {
  type Exchange,
  fixture,
  type OpenApiDocument,
  type Operation,
  resolve,
  type Schema,
} from "@image-apis/spec";

/** Holds the answer of an exchange against the operation's responses: status, media type, body. */
export function responseDifferences(
  document: OpenApiDocument,
  validate: Validation,
  operation: Operation,
  { request, response }: Exchange,
): Difference[] {
  const { status, mediaType, example, fixture: file } = response;
  const declared = operation.responses[String(status)];
  if (declared === undefined) {
    return [oneOf("response status", Object.keys(operation.responses), String(status))];
  }
  const content = declared.content ?? {};
  if (mediaType === undefined) {
    const types = Object.keys(content);
    return types.length === 0 ? [] : [oneOf("response media type", types, "no body")];
  }
  const media = content[mediaType];
  if (media === undefined) return [oneOf("response media type", Object.keys(content), mediaType)];
  const differences = negotiation(request.headers, mediaType);
  const schema = resolve<Schema>(document, media.schema ?? {});
  if (file !== undefined) {
    if (schema.format !== "binary") {
      differences.push({
        what: "response body",
        expected: schemaWords(schema),
        received: "a file",
      });
    }
    const actual = fixture(file).mediaType;
    if (actual !== mediaType) {
      differences.push({ what: "response body", expected: mediaType, received: actual });
    }
    return differences;
  }
  const documented = media.examples?.[example ?? ""];
  if (documented === undefined) {
    const keys = Object.keys(media.examples ?? {});
    return [...differences, oneOf("response example", keys, example ?? "none")];
  }
  return [...differences, ...validate("response body", media.schema ?? {}, documented.value)];
}

/** What the request says it accepts includes what it gets. */
function negotiation(headers: Record<string, string>, mediaType: string): Difference[] {
  const [, accept] = Object.entries(headers).find(([name]) => /^accept$/i.test(name)) ?? [];
  if (accept === undefined) return [];
  const ranges = accept.split(",").map(essence);
  if (ranges.some((range) => isIn(range, mediaType))) return [];
  return [{ what: "response media type", expected: accept, received: mediaType }];
}

function oneOf(what: string, declared: string[], received: string): Difference {
  return { what, expected: `one of the declared: ${declared.join(", ") || "none"}`, received };
}

function schemaWords({ type, format }: Schema): string {
  return [type, format].filter((it) => it !== undefined).join(" ") || "any value";
}
