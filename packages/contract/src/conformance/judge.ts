import type { Exchange, OpenApiDocument, Operation, Refusal } from "@image-apis/spec";
import { fileTypeFromBuffer } from "file-type";
import { compare, type Difference } from "../difference.ts";
import { documentedAnswer } from "../documented-answer.ts";
import { essence, isJson } from "../media-type.ts";
import type { Validation } from "../schema/validation.ts";
import {
  answerDifferences,
  type BodyComparison,
  parseJson,
  type ReceivedAnswer,
} from "../server/answer.ts";
import { headerDifferences } from "../server/headers.ts";
import { obligatoryHeaders } from "../server/refusal.ts";
import { anyServerRules } from "../varying/any-server.ts";
import { type Reading, varyingDifferences } from "../varying/compare.ts";
import { occasionOf } from "../varying/occasion.ts";

/** Judges answers by one document. */
export interface Judge {
  exchange(
    operation: Operation,
    exchange: Exchange,
    steps: readonly Exchange[],
    received: ReceivedAnswer,
  ): Promise<Difference[]>;
  refusal(operation: Operation, refusal: Refusal, received: ReceivedAnswer): Difference[];
}

/**
 * A judge of any server: an answer has the documented status, media type and headers, fits its schema, and has the
 * documented values where those do not vary from server to server.
 */
export function judge(document: OpenApiDocument, validate: Validation): Judge {
  const schemaDifferences = (operation: Operation, received: ReceivedAnswer) => {
    const { content = {} } = operation.responses[String(received.status)] ?? {};
    const media = content[essence(received.contentType)];
    if (media?.schema === undefined || !isJson(received.contentType)) return [];
    const found = validate("body", media.schema, parseJson(textOf(received)));
    // One word about a value is enough: what is no text is not in an enum of texts either.
    return [...Map.groupBy(found, ({ what }) => what).values()].flatMap((same) =>
      same.filter(({ received: came }, at) => at === 0 || came !== same[0]?.received),
    );
  };
  return {
    async exchange(operation, exchange, steps, received) {
      const documented = documentedAnswer(document, operation, exchange);
      const { body, mediaType } = documented;
      const compareBody: BodyComparison = (...values) =>
        varyingDifferences(readingOf(operation, exchange), ...values, occasionOf(exchange, steps));
      const outside = headerDifferences(document, validate, operation, received);
      if (body.kind === "file" && steps.length === 0) {
        return [...outside, ...(await imageDifferences(documented.status, mediaType, received))];
      }
      const bySchema =
        received.status === documented.status ? schemaDifferences(operation, received) : [];
      const named = new Set(bySchema.map(({ what }) => what));
      const byValue = answerDifferences(documented, received, compareBody);
      return [...outside, ...bySchema, ...byValue.filter(({ what }) => !named.has(what))];
    },
    refusal(operation, { mock: { status, example } }, received) {
      const obligatory = obligatoryHeaders(received);
      if (example === undefined) {
        const isRefused = received.status >= 400 && received.status < 500;
        if (isRefused) return obligatory;
        const words = "a refusal with 400 to 499";
        return [{ what: "status", expected: words, received: String(received.status) }];
      }
      const differences = compare("status", status, received.status);
      return [...differences, ...obligatory, ...schemaDifferences(operation, received)];
    },
  };
}

/** What a server is asked about its own data, it answers with its own values. */
function readingOf({ method }: Operation, { given, response }: Exchange): Reading {
  const isOwnData = method === "get" && response.status < 400;
  const reading = { rules: anyServerRules, keys: "shared", files: "some" } as const;
  return isOwnData && given.length === 0 ? { ...reading, isOwnData } : reading;
}

/** A server returns an image of its own; that it is one, and of the type it says, can be told. */
async function imageDifferences(
  status: number,
  mediaType: string | undefined,
  { status: receivedStatus, contentType, bytes }: ReceivedAnswer,
): Promise<Difference[]> {
  const outside = [
    ...compare("status", status, receivedStatus),
    ...compare("media type", mediaType, essence(contentType)),
  ];
  if (outside.length > 0) return outside;
  return compare("kind of the file", mediaType, (await fileTypeFromBuffer(bytes))?.mime);
}

function textOf({ bytes }: ReceivedAnswer): string {
  return new TextDecoder().decode(bytes);
}
