import type { Operation, RefusalRequest, WireRequest } from "@image-apis/spec";
import { type Contract, operationFinder } from "../contract.ts";
import { compare, type Difference } from "../difference.ts";
import { schemaValidation } from "../schema/validation.ts";
import type { ReceivedAnswer } from "../server/answer.ts";
import { CannotRunError } from "./cannot-run-error.ts";
import { type Judge, judge } from "./judge.ts";
import type { Messenger } from "./messenger.ts";
import { type Item, isAboutCredentials, reads } from "./plan.ts";
import type { Ask, Tidying } from "./tidying/tidying.ts";
import { tidyingOf } from "./tidying/tidying-of.ts";

/** What came of checking one item. */
export interface Checked {
  differences: readonly Difference[];
  wire: WireRequest;
  /** Missing where the server did not answer, or a given step was refused. */
  received: ReceivedAnswer | undefined;
  /** What the check created and could not remove. */
  leftBehind: readonly string[];
}

/** Checks items of one contract: takes the given steps, sends the request, judges the answer, tidies up. */
export class Checker {
  readonly #contract: Contract;
  readonly #messenger: Messenger;
  readonly #judge: Judge;
  readonly #operationOf: (of: { operationId: string }) => Operation;

  constructor(contract: Contract, messenger: Messenger) {
    this.#contract = contract;
    this.#messenger = messenger;
    this.#judge = judge(contract.document, schemaValidation(contract.document));
    this.#operationOf = operationFinder(contract);
  }

  /**
   * @param signal Interrupts a check that only reads; one that changes data is taken to its end.
   * @returns `undefined` where it was interrupted.
   * @throws CannotRunError When the server has never answered.
   */
  async check(item: Item, signal?: AbortSignal): Promise<Checked | undefined> {
    const { operation, subject } = item;
    const interruption = reads(item) ? signal : undefined;
    const { request } = subject.kind === "exchange" ? subject.exchange : subject.refusal;
    const wire = this.#messenger.wire(operation, request, isAboutCredentials(item));
    const tidying = tidyingOf(this.#contract.api, this.#ask);
    let received: ReceivedAnswer | undefined;
    let differences: Difference[];
    try {
      differences = await this.#takeSteps(item, tidying);
      if (differences.length === 0) {
        received = await this.#deliver(tidying, operation, request, wire, interruption);
        differences = await this.#differences(item, received);
      }
    } catch (error) {
      if (interruption?.aborted) return undefined;
      if (error instanceof CannotRunError) throw error;
      differences = [{ what: "the answer", expected: "to come", received: reasonOf(error) }];
    }
    return { differences, wire, received, leftBehind: await tidyUp(tidying) };
  }

  async #takeSteps({ steps }: Item, tidying: Tidying): Promise<Difference[]> {
    for (const { id, operationId, request, response } of steps) {
      const operation = this.#operationOf({ operationId });
      const wire = this.#messenger.wire(operation, request);
      const { status } = await this.#deliver(tidying, operation, request, wire);
      const refused = compare(`status of the given ${id}`, response.status, status);
      if (refused.length > 0) return refused;
    }
    return [];
  }

  async #deliver(
    tidying: Tidying,
    operation: Operation,
    request: RefusalRequest,
    wire: WireRequest,
    interruption?: AbortSignal,
  ): Promise<ReceivedAnswer> {
    await tidying.before({ operation, request });
    const answer = await this.#messenger.send(wire, interruption);
    tidying.after({ operation, request }, answer);
    return answer;
  }

  async #differences(
    { operation, subject, steps }: Item,
    received: ReceivedAnswer,
  ): Promise<Difference[]> {
    return subject.kind === "exchange"
      ? this.#judge.exchange(operation, subject.exchange, steps, received)
      : this.#judge.refusal(operation, subject.refusal, received);
  }

  readonly #ask: Ask = (operationId, own, file) => {
    const operation = this.#operationOf({ operationId });
    const security = Object.keys(operation.security[0] ?? {});
    const request = { path: {}, query: {}, headers: {}, security, ...own };
    const wire = this.#messenger.wire(operation, request);
    const body = file === undefined ? wire.body : { kind: "bytes" as const, ...file };
    return this.#messenger.send({ ...wire, body });
  };
}

/** That tidying fails is no difference of the API; the report says what stays. */
async function tidyUp(tidying: Tidying): Promise<string[]> {
  try {
    return await tidying.tidy();
  } catch (error) {
    return [`What a check created could not be removed: ${reasonOf(error)}.`];
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
