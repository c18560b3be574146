import type { Operation, RefusalRequest, WireRequest } from "@image-apis/spec";
import { CannotRunError } from "./cannot-run-error.ts";
import type { Ask, Cleanup, Left, Sent } from "./cleanup/cleanup.ts";
import { type Contract, operationFinder } from "./contract.ts";
import { cleanupOf } from "./custom/cleanup-of.ts";
import { compare, type Difference, type Wording } from "./difference.ts";
import { type ResponseJudge, responseJudge } from "./documented-differences.ts";
import { EffectJudge, type EffectVerdict } from "./effects/effect-judge.ts";
import { type Messenger, NoResponseError } from "./messenger.ts";
import type { ConformanceOptions } from "./options.ts";
import { type Item, isAboutCredentials, reads } from "./plan.ts";
import type { ReceivedResponse } from "./server/received-response.ts";
import { waysOf } from "./ways.ts";

/** What came of checking one item. */
export interface Checked {
  differences: readonly Difference[];
  wire: WireRequest;
  /** Missing where the server did not respond, or a given step was refused. */
  received: ReceivedResponse | undefined;
  /** What the check created and could not remove. */
  leftBehind: readonly Left[];
  /** Of what changes data: whether the read operations were asked what it changed. */
  effect?: EffectVerdict;
}

/** What of the options a check depends on. */
export type CheckOptions = Pick<ConformanceOptions, "target" | "examplesOnly">;

/** Checks items of one contract: takes the given steps, sends the request, judges the response, cleans up. */
export class Checker {
  readonly #contract: Contract;
  readonly #messenger: Messenger;
  readonly #judge: ResponseJudge;
  readonly #operationOf: (of: { operationId: string }) => Operation;
  readonly #effects: EffectJudge;
  readonly #examplesOnly: boolean;
  /** Of the check under way. */
  #cleanup: Cleanup | undefined;

  /**
   * @param wording How what came is written in the differences.
   */
  constructor(contract: Contract, messenger: Messenger, wording: Wording, options: CheckOptions) {
    this.#contract = contract;
    this.#messenger = messenger;
    this.#judge = responseJudge(contract, wording);
    this.#operationOf = operationFinder(contract);
    const { target, examplesOnly = false } = options;
    this.#examplesOnly = examplesOnly;
    const told = async (sent: Sent, answer: ReceivedResponse) => {
      await this.#cleanup?.after(sent, answer);
    };
    const ways = { server: target, ...waysOf(messenger, told) };
    this.#effects = new EffectJudge(contract, ways, wording);
  }

  /**
   * @param signal Interrupts a check that only reads; one that changes data is taken to its end.
   * @returns `undefined` where it was interrupted.
   * @throws CannotRunError When the server has never responded.
   */
  async check(item: Item, signal?: AbortSignal): Promise<Checked | undefined> {
    const { operation, subject } = item;
    const interruption = reads(item) ? signal : undefined;
    const { request } = subject.kind === "exchange" ? subject.exchange : subject.refusal;
    const wire = this.#messenger.wire(operation, request, isAboutCredentials(item));
    const cleanup = cleanupOf(this.#contract, this.#ask);
    this.#cleanup = cleanup;
    let received: ReceivedResponse | undefined;
    let differences: Difference[];
    try {
      differences = await this.#takeSteps(item, cleanup);
      if (differences.length === 0) {
        const delivered = await this.#deliver(
          cleanup,
          operation,
          request,
          wire,
          interruption,
          subject,
        );
        received = delivered.response;
        differences = [...(await this.#differences(item, received)), ...delivered.effects];
      }
    } catch (error) {
      if (interruption?.aborted) return undefined;
      if (error instanceof CannotRunError) throw error;
      differences = [{ what: "the response", expected: "to come", received: reasonOf(error) }];
    }
    const leftBehind = await cleanUp(cleanup);
    return { differences, wire, received, leftBehind, ...this.#effectOf({ operation, request }) };
  }

  async #takeSteps({ steps }: Item, cleanup: Cleanup): Promise<Difference[]> {
    for (const { id, operationId, request, response } of steps) {
      const operation = this.#operationOf({ operationId });
      const wire = this.#messenger.wire(operation, request);
      const { response: received, effects } = await this.#deliver(
        cleanup,
        operation,
        request,
        wire,
      );
      const refused = compare(`status of the given ${id}`, response.status, received.status);
      if (refused.length + effects.length > 0) return [...refused, ...effects];
    }
    return [];
  }

  async #deliver(
    cleanup: Cleanup,
    operation: Operation,
    request: RefusalRequest,
    wire: WireRequest,
    interruption?: AbortSignal,
    subject?: Item["subject"],
  ): Promise<{ response: ReceivedResponse; effects: Difference[] }> {
    const sent = { operation, request };
    await cleanup.before(sent);
    const isJudged = !this.#examplesOnly && subject !== undefined;
    const was = isJudged ? await this.#effects.before(sent) : undefined;
    const response = await this.#messenger.send(wire, interruption);
    try {
      const effects = await cleanup.after(sent, response);
      if (isJudged) effects.push(...(await this.#effects.after(sent, subject, was, response)));
      else if (!this.#examplesOnly) effects.push(...this.#effects.step(sent, response));
      return { response, effects };
    } catch (error) {
      const expected = "to be readable afterwards";
      const what = "what the request changed";
      return { response, effects: [{ what, expected, received: reasonOf(error) }] };
    }
  }

  #effectOf(sent: Sent): { effect?: EffectVerdict } {
    const verdict = this.#effects.verdictOn(sent);
    if (verdict === undefined) return {};
    return { effect: verdict === "judged" && this.#examplesOnly ? "not judged" : verdict };
  }

  async #differences(
    { operation, subject, steps }: Item,
    received: ReceivedResponse,
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

async function cleanUp(cleanup: Cleanup): Promise<Left[]> {
  try {
    return await cleanup.cleanUp();
  } catch (error) {
    const what = `What a check created could not be removed: ${reasonOf(error)}.`;
    return [{ what, isMeant: false }];
  }
}

/** Of any other error only the name: its message may repeat what the server sent. */
function reasonOf(error: unknown): string {
  if (error instanceof NoResponseError || error instanceof CannotRunError) return error.message;
  return error instanceof Error ? error.name : "an unknown error";
}
