import type { ReceivedBody } from "../body/received-body.ts";
import { expandedPath, type ParameterValues } from "../parameters.ts";
import { violationsOf } from "../prism.ts";
import type { ServedOperation } from "../served-operation.ts";
import type { Failure } from "./failure.ts";
import { inputFailures } from "./parameter-failures.ts";

/** Holds the parameters, and a JSON body, against their schemas. */
export async function checkInput(
  { operation, prism, prismWithoutBody }: ServedOperation,
  values: ParameterValues,
  body: ReceivedBody,
): Promise<Failure[]> {
  const request = {
    path: expandedPath(operation, values.path),
    query: values.query,
    headers: values.headers,
  };
  const violations =
    body.kind === "json"
      ? await violationsOf(prism, {
          ...request,
          headers: { ...values.headers, "content-type": body.media },
          body: body.value,
        })
      : await violationsOf(prismWithoutBody, request);
  return inputFailures(operation, values, violations);
}
