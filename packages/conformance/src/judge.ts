import { essence, imageType, isJson } from "@image-apis/http-contract";
import {
  type Exchange,
  type OpenApiDocument,
  type Operation,
  type Refusal,
  responseExamples,
} from "@image-apis/spec";
import type { Contract } from "./contract.ts";
import { compare, type Difference, type Wording } from "./difference.ts";
import { type DocumentedAnswer, documentedAnswer } from "./documented-answer.ts";
import { schemaValidation } from "./schema/validation.ts";
import {
  answerDifferences,
  type BodyComparison,
  parseJson,
  type ReceivedAnswer,
} from "./server/answer.ts";
import { headerDifferences } from "./server/headers.ts";
import { obligatoryHeaders } from "./server/refusal.ts";
import { anyServerRules } from "./volatile-fields/any-server.ts";
import { bodyDifferences, type Reading } from "./volatile-fields/compare.ts";
import { historyOf, noHistory } from "./volatile-fields/history.ts";
import { readMarks } from "./volatile-fields/marks.ts";

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
 *
 * @param wording How what came is written in the differences.
 */
export function judge(contract: Contract, wording: Wording): Judge {
  const { document } = contract;
  const validate = schemaValidation(document, wording);
  const marks = readMarks(contract);
  const anyServer = (operation: Operation, { status, mediaType }: DocumentedAnswer): Reading => ({
    rules: anyServerRules,
    marks: marks.of(operation, status, mediaType),
    keys: "shared",
    files: "some",
    wording,
  });
  const schemaDifferences = (operation: Operation, received: ReceivedAnswer) => {
    const { content = {} } = operation.responses[String(received.status)] ?? {};
    const media = content[essence(received.contentType)];
    if (media?.schema === undefined || !isJson(received.contentType)) return [];
    return oncePerValue(validate("body", media.schema, parseJson(textOf(received))));
  };
  const documentedDifferences = (
    operation: Operation,
    documented: DocumentedAnswer,
    received: ReceivedAnswer,
    compareBody: BodyComparison,
  ) => {
    const isThatStatus = received.status === documented.status;
    const bySchema = isThatStatus ? schemaDifferences(operation, received) : [];
    const named = new Set(bySchema.map(({ what }) => what));
    const byValue = answerDifferences(documented, received, compareBody, wording);
    return [
      ...headerDifferences(document, validate, operation, received),
      ...bySchema,
      ...byValue.filter(({ what }) => !named.has(what)),
    ];
  };
  return {
    async exchange(operation, exchange, steps, received) {
      const documented = documentedAnswer(document, operation, exchange);
      if (documented.body.kind === "file" && steps.length === 0) {
        const { status, mediaType } = documented;
        return [
          ...headerDifferences(document, validate, operation, received),
          ...(await imageDifferences(status, mediaType, received, wording)),
        ];
      }
      const history = historyOf(exchange, steps, marks.zone);
      const isOwnData = isAboutOwnData(operation, exchange);
      const reading = { ...anyServer(operation, documented), isOwnData };
      return documentedDifferences(operation, documented, received, (...values) =>
        bodyDifferences(reading, ...values, history),
      );
    },
    refusal(operation, refusal, received) {
      const obligatory = obligatoryHeaders(received);
      const documented = documentedRefusal(document, operation, refusal);
      if (documented === undefined) {
        const isRefused = received.status >= 400 && received.status < 500;
        if (isRefused) return obligatory;
        const words = "a refusal with 400 to 499";
        return [{ what: "status", expected: words, received: String(received.status) }];
      }
      const compareBody: BodyComparison = (...values) =>
        bodyDifferences(anyServer(operation, documented), ...values, noHistory(marks.zone));
      return [
        ...obligatory,
        ...documentedDifferences(operation, documented, received, compareBody),
      ];
    },
  };
}

/** The documented answer to a refusal, where the document has one. */
function documentedRefusal(
  document: OpenApiDocument,
  operation: Operation,
  { mock: { status, example } }: Refusal,
): DocumentedAnswer | undefined {
  const found = responseExamples(operation).find(
    (it) => it.status === status && it.key === example,
  );
  if (found === undefined) return undefined;
  const { mediaType, key } = found;
  return documentedAnswer(document, operation, {
    response: { status, mediaType, example: key },
  });
}

/** One word about a value is enough: what is not text is not in an enum of texts either. */
function oncePerValue(differences: readonly Difference[]): Difference[] {
  const seen = new Set<string>();
  return differences.filter(({ what, received }) => {
    const isRepeated = seen.has(`${what} ${received}`) && received !== "none";
    seen.add(`${what} ${received}`);
    return !isRepeated;
  });
}

/** What a server is asked about its own data, it answers with its own values. */
function isAboutOwnData({ method }: Operation, { given, response }: Exchange): boolean {
  return method === "get" && response.status < 400 && given.length === 0;
}

/** A server returns an image of its own; that it is one, and of the type it says, can be told. */
async function imageDifferences(
  status: number,
  mediaType: string | undefined,
  { status: receivedStatus, contentType, bytes }: ReceivedAnswer,
  wording: Wording,
): Promise<Difference[]> {
  const outside = [
    ...compare("status", status, receivedStatus),
    ...compare("media type", mediaType, essence(contentType), wording),
  ];
  if (outside.length > 0) return outside;
  return compare("kind of the file", mediaType, await imageType(bytes));
}

function textOf({ bytes }: ReceivedAnswer): string {
  return new TextDecoder().decode(bytes);
}
