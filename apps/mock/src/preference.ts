import type { Operation } from "@image-apis/spec";
import { type DocumentedResponse, defaultResponse, examplesOf } from "./documented-response.ts";
import { Problem } from "./problem.ts";

/**
 * Reads which documented response a client prefers, from a `Prefer` header (RFC 7240) with Prism's
 * preferences: `code=400`, `code=400, example=400-image-too-small`, or an example of the lowest 2xx alone.
 *
 * @throws Problem 404 for a status, 400 for an example, that the operation does not document.
 */
export function preferredResponse(
  operation: Operation,
  prefer: string | undefined,
): DocumentedResponse | undefined {
  const preferences = parse(prefer ?? "");
  const code = preferences.get("code");
  const example = preferences.get("example");
  if (code === undefined && example === undefined) return undefined;
  const status = code === undefined ? defaultResponse(operation).status : Number(code);
  if (operation.responses[status] === undefined) {
    const documented = Object.keys(operation.responses).join(", ");
    throw new Problem(404, `Prefer asks for code=${code}. This operation documents ${documented}.`);
  }
  const examples = examplesOf(operation, status);
  if (example !== undefined && !examples.includes(example)) {
    throw new Problem(400, unknownExample(operation, status, example, examples));
  }
  return { status, example };
}

function parse(prefer: string): Map<string, string> {
  const preferences = prefer.matchAll(/(?:^|[,;])\s*(\w+)\s*=\s*(?:"([^"]*)"|([^\s,;"]*))/g);
  return new Map(
    [...preferences].map(([, name = "", quoted, plain = ""]) => [
      name.toLowerCase(),
      quoted ?? plain,
    ]),
  );
}

function unknownExample(
  operation: Operation,
  status: number,
  example: string,
  examples: string[],
): string {
  const elsewhere = Object.keys(operation.responses).find((it) =>
    examplesOf(operation, Number(it)).includes(example),
  );
  const advice =
    elsewhere === undefined
      ? `It has ${examples.join(", ") || "none"}.`
      : `It is one of ${elsewhere}: ask for code=${elsewhere}, example=${example}.`;
  return `Prefer asks for example=${example}, which response ${status} does not have. ${advice}`;
}
