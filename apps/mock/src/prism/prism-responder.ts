import {
  type Answer,
  acceptedRanges,
  type ContractOperation,
  type DocumentedResponse,
  decidingRanges,
  defaultResponse,
  Problem,
  type Responder,
  schemaViolations,
  serialise,
  type Wishes,
} from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import { Random } from "../random/random.ts";
import type { PrismChoice, PrismRefusal, PrismResponse } from "./engine.ts";
import { mockOperation } from "./mock-operation.ts";
import { chosenResponse } from "./response-cache.ts";

/** What a response is made of, with what decides where its body is made up. */
interface PrismWishes extends Wishes {
  random?: Random;
}

/** Writes responses as Prism picks them: it negotiates the media type and chooses the example. */
export const prismResponder = { respond } satisfies Responder;

async function respond(
  served: ContractOperation,
  chosen: DocumentedResponse,
  { accept, body: changed, dynamic = false, random = new Random() }: PrismWishes,
): Promise<Answer> {
  const { operation } = served;
  const response = dynamic
    ? await madeUpResponse(served, chosen, accept, random)
    : await chosenResponse(served, choiceOf(served, chosen, accept, false));
  if ("refused" in response) {
    if (response.status !== 406) throw new Error(response.message);
    const offered = Object.keys(operation.responses[chosen.status]?.content ?? {}).join(", ");
    throw new Problem(406, `Accept is "${accept}". This response comes as ${offered}.`);
  }
  const { status, headers, mediaType } = response;
  if (mediaType === undefined) return { status, headers, body: undefined };
  if (changed !== undefined) requireFit(served, status, mediaType, changed);
  const body = changed ?? (response.body as Json);
  const media = operation.responses[status]?.content?.[mediaType] ?? {};
  return {
    status,
    headers: { ...headers, "Content-Type": mediaType },
    body:
      mockOperation(served).images.get(mediaType)?.bytes ??
      serialise(body, served.document, media, mediaType),
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
  random: Random,
): Promise<PrismResponse | PrismRefusal> {
  const { document, operation } = served;
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const seed = random.uuid();
    const made = await chosenResponse(served, { ...choiceOf(served, chosen, accept, true), seed });
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
    `A response of ${operationId} would not fit the document: ${violations.join(" ")}`,
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
