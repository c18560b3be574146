import type { Exchange } from "@image-apis/spec";
import type { OperationModel } from "../model/model.ts";

/**
 * The exchange whose samples a page shows first: one that succeeds without another before it, documented rather than
 * inferred, and the plainest of these. Undefined for an operation without exchanges.
 */
export function shownFirst(operation: OperationModel): Exchange | undefined {
  const ranks = new Map(operation.exchanges.map((it) => [it, rank(operation, it)]));
  return operation.exchanges.toSorted((a, b) => {
    const [own = [], other = []] = [ranks.get(a), ranks.get(b)];
    const first = own.findIndex((it, i) => it !== other[i]);
    return (own[first] ?? 0) - (other[first] ?? 0);
  })[0];
}

/** What keeps an exchange from being shown first, the weightiest first. */
function rank(operation: OperationModel, { response, given, status, request }: Exchange): number[] {
  return [
    response.status < 400 ? 0 : 1,
    given.length,
    ["documented", "inferred", "companion"].indexOf(status),
    request.security.join() === operation.security[0]?.join() ? 0 : 1,
    Object.keys(request.headers).length + Object.keys(request.query).length,
    exampleIndex(operation, response),
    -uses(operation, request.body),
  ];
}

/** Authors put the usual example of a response before the others. */
function exampleIndex({ responses }: OperationModel, { status, example }: Exchange["response"]) {
  const contents = responses.find((it) => it.status === String(status))?.contents ?? [];
  return Math.max(0, contents[0]?.examples.findIndex(({ key }) => key === example) ?? 0);
}

/** How many exchanges send the files of a body: the ordinary file is sent by most. */
function uses({ exchanges }: OperationModel, body: Exchange["request"]["body"]): number {
  const files = (it: typeof body) => JSON.stringify(it?.mediaType) + filesOf(it).join();
  return exchanges.filter(({ request }) => files(request.body) === files(body)).length;
}

function filesOf(body: Exchange["request"]["body"]): string[] {
  if (body === undefined) return [];
  if ("parts" in body) return body.parts.flatMap((part) => ("fixture" in part ? part.fixture : []));
  return "fixture" in body ? [body.fixture] : [];
}
