import type { ReceivedBody } from "../body/received-body.ts";
import type { DocumentedResponse } from "../operations/documented-response.ts";
import { Problem } from "../problem/problem.ts";
import type { ConditionTable } from "./condition-table.ts";
import { type Failure, sentence } from "./failure.ts";

/**
 * The documented response to the first failure that has one, and why it is the response.
 *
 * @throws Problem where the document names none of them: it says what is wrong and what arrived.
 */
export function refusal(
  conditions: ConditionTable,
  failures: readonly Failure[],
  body: ReceivedBody | undefined,
): [response: DocumentedResponse, why: string] {
  const [first] = failures;
  // A body that is too large is refused for that, whatever else is wrong with it.
  const told = failures.filter(({ status }) => first?.status !== 413 || status === 413);
  for (const name of told.flatMap((failure) => failure.conditions)) {
    const response = conditions.get(name);
    if (response !== undefined)
      return [response, `The example of this response has "x-when: ${name}".`];
  }
  const violations = failures.map(({ violation }) => violation);
  throw new Problem(first?.status ?? 400, violations.map(sentence).join(" "), {
    members: { violations, ...received(body) },
  });
}

/** What arrived, so that a sender can compare. */
function received(body: ReceivedBody | undefined): Record<string, unknown> {
  if (body?.kind === "file") {
    const { bytes, sha256 } = body.file;
    return { received: { bytes, sha256 } };
  }
  if (body?.kind !== "form") return {};
  const parts = body.parts.map(({ name, file }) => ({
    name,
    ...(file === undefined
      ? {}
      : {
          filename: file.filename,
          mediaType: file.mediaType,
          bytes: file.bytes,
          sha256: file.sha256,
        }),
  }));
  return { received: { parts } };
}
