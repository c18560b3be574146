import { judgeResponse, obligatoryHeaders } from "@image-apis/http-contract";
import {
  type Exchange,
  type OpenApiDocument,
  type Operation,
  type Refusal,
  responseExamples,
} from "@image-apis/spec";
import type { Contract } from "./contract.ts";
import type { Difference, Wording } from "./difference.ts";
import { type ExpectedResponse, expectedResponse } from "./expected-response.ts";
import {
  type BodyComparison,
  type ReceivedResponse,
  valueDifferences,
} from "./server/received-response.ts";
import { obligatoryDifferences, verdictDifferences } from "./server/verdict-differences.ts";
import { anyServerRules } from "./volatile-fields/any-server.ts";
import { bodyDifferences, type Reading } from "./volatile-fields/compare.ts";
import { historyOf, noHistory } from "./volatile-fields/history.ts";
import { readMarks } from "./volatile-fields/marks.ts";

/** Judges responses by one document. */
export interface ResponseJudge {
  exchange(
    operation: Operation,
    exchange: Exchange,
    steps: readonly Exchange[],
    received: ReceivedResponse,
  ): Promise<Difference[]>;
  refusal(
    operation: Operation,
    refusal: Refusal,
    received: ReceivedResponse,
  ): Promise<Difference[]>;
}

/**
 * A judge of any server: a response has the documented status, media type and headers, fits its schema, and has the
 * documented values where those do not vary from server to server. What holds for any response whatever its values,
 * `judgeResponse` of http-contract decides.
 *
 * @param wording How what came is written in the differences.
 */
export function responseJudge(contract: Contract, wording: Wording): ResponseJudge {
  const { document } = contract;
  const marks = readMarks(contract);
  const anyServer = (operation: Operation, { status, mediaType }: ExpectedResponse): Reading => ({
    rules: anyServerRules,
    marks: marks.of(operation, status, mediaType),
    keys: "shared",
    files: "some",
    wording,
  });
  /** What the document says of a response, whatever its values are. */
  const declaredDifferences = async (operation: Operation, received: ReceivedResponse) => {
    const { contentType, headers, bytes: body, status } = received;
    const response = { status, contentType, headers, body };
    const verdict = await judgeResponse(document, operation, response);
    return oncePerValue(verdictDifferences(verdict, wording));
  };
  const documentedDifferences = async (
    operation: Operation,
    documented: ExpectedResponse,
    received: ReceivedResponse,
    compareBody?: BodyComparison,
  ) => {
    const byValue = valueDifferences(documented, received, compareBody, wording);
    const valued = new Set(byValue.map(({ what }) => what));
    // Of another status the values say it all; of another media type, or no body, they say it better.
    if (received.status !== documented.status) return byValue;
    const declared = await declaredDifferences(operation, received);
    const named = new Set(declared.map(({ what }) => what));
    const outside = valued.has("media type");
    return [
      ...declared.filter(({ what }) => !outside || what.startsWith("header ")),
      ...byValue.filter(({ what }) => outside || !named.has(what)),
    ];
  };
  return {
    async exchange(operation, exchange, steps, received) {
      const documented = expectedResponse(document, operation, exchange);
      if (documented.body.kind === "file" && steps.length === 0) {
        // A server returns an image of its own; that it is one, and of the type it says, can be told.
        return documentedDifferences(
          operation,
          { ...documented, body: { kind: "none" } },
          received,
        );
      }
      const history = historyOf(exchange, steps, marks.zone);
      const isOwnData = isAboutOwnData(operation, exchange);
      const reading = { ...anyServer(operation, documented), isOwnData };
      return documentedDifferences(operation, documented, received, (...values) =>
        bodyDifferences(reading, ...values, history),
      );
    },
    async refusal(operation, refusal, received) {
      const obligatory = obligatoryDifferences(
        obligatoryHeaders(document, operation, received),
        wording,
      );
      const documented = documentedRefusal(document, operation, refusal);
      if (documented === undefined) {
        const isRefused = received.status >= 400 && received.status < 500;
        if (isRefused) return obligatory;
        const words = "a refusal with 400 to 499";
        return [{ what: "status", expected: words, received: String(received.status) }];
      }
      const compareBody: BodyComparison = (...values) =>
        bodyDifferences(anyServer(operation, documented), ...values, noHistory(marks.zone));
      const found = await documentedDifferences(operation, documented, received, compareBody);
      const named = new Set(found.map(({ what }) => what));
      return [...obligatory.filter(({ what }) => !named.has(what)), ...found];
    },
  };
}

/** The documented response to a refusal, where the document has one. */
function documentedRefusal(
  document: OpenApiDocument,
  operation: Operation,
  { mock: { status, example } }: Refusal,
): ExpectedResponse | undefined {
  const found = responseExamples(operation).find(
    (it) => it.status === status && it.key === example,
  );
  if (found === undefined) return undefined;
  const { mediaType, key } = found;
  return expectedResponse(document, operation, {
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
