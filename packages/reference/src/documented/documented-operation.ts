import { type ContractOperation, defaultResponse } from "@image-apis/http-contract";
import {
  bodyLimits,
  type Exchange,
  type Limits,
  type ResponseExample,
  responseExamples,
} from "@image-apis/spec";
import { type Told, UndocumentedError } from "./explanation.ts";

/** The body of a success in the types of an operation. */
export type ShownBody<Response> =
  Extract<Response, { status: 200 }> extends { body: infer Body } ? Body : never;

/**
 * What the document says about one operation, as far as a handler asks.
 *
 * @typeParam Response One of the documented responses of the operation.
 */
export class DocumentedOperation<Response> {
  readonly #described: ContractOperation;
  readonly #examples: readonly ResponseExample[];

  constructor(described: ContractOperation) {
    this.#described = described;
    this.#examples = responseExamples(described.operation);
  }

  /**
   * The body of the usual response as the document shows it: what a server does not know stays as it is there. It is
   * the same for every call, so that nobody may change it.
   *
   * @throws Error where the document shows none.
   */
  shown(): ShownBody<Response> {
    const { operation } = this.#described;
    const { status, example } = defaultResponse(operation);
    const found = this.#examples.find((it) => it.status === status && it.key === example);
    if (found === undefined) {
      throw new Error(`The document shows no response of ${operation.operationId}.`);
    }
    // The example was held against the schema that the type is made of.
    return found.example.value as ShownBody<Response>;
  }

  /**
   * The documented response to a condition: the example whose `x-when` has one of these names, the best first.
   *
   * @param why what the request meets, in words.
   * @throws UndocumentedError where the document has none of them.
   */
  refusal(conditions: readonly string[], why: string): Told<Response> {
    for (const condition of conditions) {
      const found = this.#examples.find(({ when }) => when.includes(condition));
      if (found === undefined) continue;
      const { status, mediaType, key, example } = found;
      const response = { status, mediaType, body: example.value };
      // It stands in the document, so that it is one of its responses.
      return { ...(response as Response), explanation: { why, condition, example: key } };
    }
    throw new UndocumentedError(why);
  }

  /** The documented limits of the files of its body, the first that there are. */
  get limits(): Limits {
    const { document, operation } = this.#described;
    const limits = Object.values(operation.requestBody?.content ?? {}).flatMap((media) =>
      Object.values(bodyLimits(document, media)),
    );
    return limits[0] ?? {};
  }

  /** The media types of the usual response. */
  get mediaTypes(): string[] {
    const { operation } = this.#described;
    return Object.keys(operation.responses[defaultResponse(operation).status]?.content ?? {});
  }

  get exchanges(): readonly Exchange[] {
    return this.#described.exchanges;
  }

  /** The exchanges with the usual response and nothing before them: what they name is there from the start. */
  get usualExchanges(): readonly Exchange[] {
    const usual = defaultResponse(this.#described.operation);
    return this.exchanges.filter(
      ({ given, response }) =>
        given.length === 0 &&
        response.status === usual.status &&
        (response.example === undefined || response.example === usual.example),
    );
  }

  /** The exchanges whose response has a name in its `x-when`. */
  exchangesWhen(condition: string): readonly Exchange[] {
    const keys = this.#examples
      .filter(({ when }) => when.includes(condition))
      .map(({ key }) => key);
    return this.exchanges.filter(({ response: { example = "" } }) => keys.includes(example));
  }
}
