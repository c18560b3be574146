import { compare, type Difference } from "@image-apis/conformance/judging";
import { declaredFor } from "@image-apis/http-contract";
import type { Example, Exchange, Operation } from "@image-apis/spec";
import { having, type MarkedElement } from "./page.ts";

/** Finds the response of an exchange, and its body where that is an example, on the operation's page. */
export function exchangeDifferences(
  operation: Operation,
  { request, response }: Exchange,
  elements: readonly MarkedElement[],
): Difference[] {
  return [
    ...requestDifferences(operation, request.body, elements),
    ...responseDifferences(operation, response, elements),
  ];
}

function requestDifferences(
  { requestBody }: Operation,
  body: Exchange["request"]["body"],
  elements: readonly MarkedElement[],
): Difference[] {
  if (body === undefined || !("example" in body)) return [];
  const { mediaType, example: key } = body;
  const [, media] = declaredFor(requestBody?.content ?? {}, mediaType) ?? [];
  const blocks = having(elements, { request: "body", "media-type": mediaType, example: key });
  return exampleDifferences(`request example ${key}`, media?.examples?.[key], blocks);
}

function responseDifferences(
  { responses }: Operation,
  { status: number, mediaType, example: key, fixture }: Exchange["response"],
  elements: readonly MarkedElement[],
): Difference[] {
  const status = String(number);
  if (having(elements, { response: status }).length !== 1) return [absent(`response ${status}`)];
  if (mediaType === undefined) {
    const said = having(elements, { status, body: "none" });
    return said.length === 1 ? [] : [absent(`that response ${status} has no body`)];
  }
  if (fixture !== undefined) {
    const said = having(elements, { status, "media-type": mediaType, body: "binary" });
    return said.length === 1 ? [] : [absent(`that response ${status} is a file, ${mediaType}`)];
  }
  const documented = responses[status]?.content?.[mediaType]?.examples?.[key ?? ""];
  const blocks = having(elements, { status, "media-type": mediaType, example: key ?? "" });
  return exampleDifferences(`example ${status} ${mediaType} ${key}`, documented, blocks);
}

/** The one block of an example: its value, parsed, and what it says about the vendor's code. */
function exampleDifferences(
  what: string,
  documented: Example | undefined,
  blocks: readonly MarkedElement[],
): Difference[] {
  const [block, ...others] = blocks;
  if (block === undefined || others.length > 0) return [absent(what, blocks.length)];
  const code = documented?.["x-error-code"];
  const when = [documented?.["x-when"] ?? []].flat().join(" ");
  return [
    ...compare(what, documented?.value, parse(block.text)),
    ...compare(`${what}, error code`, code && String(code), block.marks["error-code"]),
    ...compare(`${what}, condition`, when, block.marks.when ?? ""),
  ];
}

function absent(what: string, times = 0): Difference {
  return { what: `${what} on the page`, expected: "once", received: `${times} times` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
