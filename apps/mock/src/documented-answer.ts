import {
  type Answer,
  acceptedRanges,
  type ContractOperation,
  type DocumentedResponse,
  decidingRanges,
  defaultResponse,
  Problem,
  schemaViolations,
  serialise,
} from "@image-apis/http-contract";
import { type Json, resolve, type Schema } from "@image-apis/spec";
import { mockOperation } from "./mock-operation.ts";
import type { PrismChoice, PrismRefusal, PrismResponse } from "./prism.ts";
import { chosenResponse } from "./response-cache.ts";

/** What a documented response is made of beside the document. */
interface Wishes {
  /** The Accept header. */
  accept: string | undefined;
  /** The body in place of the documented one; it must fit the response's schema. */
  changed?: Json | undefined;
  /** Whether the body is made up from the schema in place of the documented one. */
  dynamic?: boolean;
}

/**
 * Gives a documented response in a media type that the client accepts. Any but the usual answer comes in its
 * own media type where the client accepts none of it, because an error in JSON tells more than a 406.
 *
 * @throws Problem 406 where the usual answer is in no accepted media type.
 */
export async function documentedAnswer(
  served: ContractOperation,
  chosen: DocumentedResponse,
  { accept, changed, dynamic = false }: Wishes,
): Promise<Answer> {
  const { operation } = served;
  const response = dynamic
    ? await madeUpResponse(served, chosen, accept)
    : await chosenResponse(served, choiceOf(served, chosen, accept, false));
  if ("refused" in response) {
    if (response.status !== 406) throw new Error(response.message);
    const offered = Object.keys(operation.responses[chosen.status]?.content ?? {}).join(", ");
    throw new Problem(406, `Accept is "${accept}". This answer comes as ${offered}.`);
  }
  const { status, headers, mediaType } = response;
  if (mediaType === undefined) return { status, headers, body: undefined };
  if (changed !== undefined) requireFit(served, status, mediaType, changed);
  const body = changed ?? (response.body as Json);
  const schema = operation.responses[status]?.content?.[mediaType]?.schema;
  return {
    status,
    headers: { ...headers, "Content-Type": mediaType },
    body:
      mockOperation(served).images.get(mediaType)?.bytes ??
      serialise(body, mediaType, schema && resolve<Schema>(served.document, schema)),
  };
}

/**
 * A response with a body that Prism makes up from its schema. Prism does not follow every rule of a schema, so it
 * tries again where the body does not fit; in the end it is the documented one.
 */
async function madeUpResponse(
  served: ContractOperation,
  chosen: DocumentedResponse,
  accept: string | undefined,
): Promise<PrismResponse | PrismRefusal> {
  const { document, operation } = served;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const made = await chosenResponse(served, choiceOf(served, chosen, accept, true));
    if ("refused" in made || made.mediaType === undefined) return made;
    if (served.binaryTypes.has(made.mediaType)) return made;
    const media = operation.responses[made.status]?.content?.[made.mediaType];
    if (schemaViolations(document, media, made.body as Json).length === 0) return made;
  }
  return chosenResponse(served, choiceOf(served, chosen, accept, false));
}

const maxAttempts = 5;

function requireFit(
  served: ContractOperation,
  status: number,
  mediaType: string,
  body: Json,
): void {
  const { operationId, responses } = served.operation;
  const violations = schemaViolations(
    served.document,
    responses[status]?.content?.[mediaType],
    body,
  );
  if (violations.length === 0) return;
  throw new Error(
    `An answer of ${operationId} would not fit the document: ${violations.join(" ")}`,
  );
}

function choiceOf(
  { operation }: ContractOperation,
  { status, example }: DocumentedResponse,
  accept: string | undefined,
  dynamic: boolean,
): PrismChoice {
  const offered = Object.keys(operation.responses[status]?.content ?? {});
  const ranges = acceptedRanges(accept);
  const accepted = ranges && decidingRanges(ranges, offered);
  const exampleKey = example === undefined || dynamic ? {} : { exampleKey: example };
  if (status === defaultResponse(operation).status) {
    return { ...exampleKey, ...(accepted && { mediaTypes: accepted }), dynamic };
  }
  const own = offered.map((it) => `${it};q=0.001`);
  const mediaTypes = accepted && [...accepted, ...own];
  return { code: status, ...exampleKey, ...(mediaTypes && { mediaTypes }), dynamic };
}
