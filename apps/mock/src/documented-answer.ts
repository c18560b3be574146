import { type Json, resolve, type Schema } from "@image-apis/spec";
import type { Answer } from "./answer.ts";
import { type DocumentedResponse, defaultResponse } from "./documented-response.ts";
import { expandedPath, type ParameterValues } from "./parameters.ts";
import { documentedResponse, type PrismChoice } from "./prism.ts";
import { Problem } from "./problem.ts";
import { serialise } from "./serialise.ts";
import type { ServedOperation } from "./served-operation.ts";

/**
 * Gives a documented response in a media type that the client accepts. Any but the usual answer comes in its
 * own media type where the client accepts none of it, because an error in JSON tells more than a 406.
 *
 * @throws Problem 406 where the usual answer is in no accepted media type.
 */
export async function documentedAnswer(
  served: ServedOperation,
  values: ParameterValues,
  chosen: DocumentedResponse,
  accept: string | undefined,
): Promise<Answer> {
  const { operation } = served;
  const path = expandedPath(operation, values.path);
  const response = await documentedResponse(
    served.prismWithoutBody,
    { path, query: values.query, headers: values.headers },
    prismChoice(served, chosen, accept),
  );
  if ("refused" in response) {
    if (response.status !== 406) throw new Error(response.message);
    const offered = Object.keys(operation.responses[chosen.status]?.content ?? {}).join(", ");
    throw new Problem(406, `Accept is "${accept}". This answer comes as ${offered}.`);
  }
  const { status, headers, mediaType, body } = response;
  if (mediaType === undefined) return { status, headers, body: undefined };
  const schema = operation.responses[status]?.content?.[mediaType]?.schema;
  return {
    status,
    headers: { ...headers, "Content-Type": mediaType },
    body:
      served.images.get(mediaType)?.bytes ??
      serialise(body as Json, mediaType, schema && resolve<Schema>(served.document, schema)),
  };
}

function prismChoice(
  { operation }: ServedOperation,
  { status, example }: DocumentedResponse,
  accept: string | undefined,
): PrismChoice {
  const accepted = accept === undefined ? undefined : acceptedRanges(accept);
  const exampleKey = example === undefined ? {} : { exampleKey: example };
  if (status === defaultResponse(operation).status) {
    return { ...exampleKey, ...(accepted && { mediaTypes: accepted }) };
  }
  const own = Object.keys(operation.responses[status]?.content ?? {}).map((it) => `${it};q=0.001`);
  return { code: status, ...exampleKey, ...(accepted && { mediaTypes: [...accepted, ...own] }) };
}

/**
 * The ranges of an Accept header without their parameters but `q`, since a documented media type has none.
 * What is malformed is passed over.
 */
function acceptedRanges(accept: string): string[] {
  const ranges = accept.split(",").flatMap((item) => {
    const [, range, parameters = ""] =
      /^\s*([\w!#$&^.+*-]+\/[\w!#$&^.+*-]+)\s*((?:;.*)?)$/.exec(item) ?? [];
    const q = /;\s*q=(\d(?:\.\d*)?)/i.exec(parameters)?.[1];
    return range === undefined ? [] : [q === undefined ? range : `${range};q=${q}`];
  });
  return ranges.length > 0 ? ranges : ["none/none"];
}
