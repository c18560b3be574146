import type { Operation, RefusalRequest, WireRequest } from "@image-apis/spec";
import { CannotRunError } from "./cannot-run-error.ts";
import {
  type Ask,
  type Cleanup,
  isAccepted,
  type Left,
  mayChange,
  type Sent,
} from "./cleanup/cleanup.ts";
import { type Contract, operationFinder } from "./contract.ts";
import { cleanupOf } from "./custom/cleanup-of.ts";
import { compare, type Difference, type Wording } from "./difference.ts";
import { type ResponseJudge, responseJudge } from "./documented-differences.ts";
import { type Effects, effectsOf, type World } from "./effects/effects.ts";
import type { Read } from "./effects/reads.ts";
import { type Messenger, NoResponseError } from "./messenger.ts";
import { type Item, isAboutCredentials, reads } from "./plan.ts";
import type { ReceivedResponse } from "./server/received-response.ts";

/** What came of checking one item. */
export interface Checked {
  differences: readonly Difference[];
  wire: WireRequest;
  /** Missing where the server did not respond, or a given step was refused. */
  received: ReceivedResponse | undefined;
  /** What the check created and could not remove. */
  leftBehind: readonly Left[];
  /** Of what changes data: whether the read operations were asked what it changed. */
  effect?: Effect;
}

/** Whether what a request changed was judged by what the read operations show afterwards. */
export type Effect = "judged" | "not judged" | "not observable";

/** Checks items of one contract: takes the given steps, sends the request, judges the response, cleans up. */
export class Checker {
  readonly #contract: Contract;
  readonly #messenger: Messenger;
  readonly #judge: ResponseJudge;
  readonly #operationOf: (of: { operationId: string }) => Operation;
  readonly #effects: Effects;
  readonly #examplesOnly: boolean;

  /**
   * @param wording How what came is written in the differences.
   * @param examplesOnly Whether the server keeps nothing by design.
   */
  constructor(contract: Contract, messenger: Messenger, wording: Wording, examplesOnly = false) {
    this.#contract = contract;
    this.#messenger = messenger;
    this.#judge = responseJudge(contract, wording);
    this.#operationOf = operationFinder(contract);
    this.#examplesOnly = examplesOnly;
    this.#effects = effectsOf(contract, (read) => this.#read(read), wording);
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
    const world = subject?.kind === "exchange" ? await this.#world(sent) : undefined;
    const response = await this.#messenger.send(wire, interruption);
    try {
      const effects = await cleanup.after(sent, response);
      if (mayChange(sent) && isAccepted(response)) this.#effects.note(operation, response);
      const isJudged = subject?.kind === "exchange" && subject.exchange.response.status < 300;
      if (!isJudged || world === undefined || !isAccepted(response)) return { response, effects };
      const judged = await this.#effects.after(subject.exchange, world, response);
      return { response, effects: [...effects, ...judged] };
    } catch (error) {
      const expected = "to be readable afterwards";
      const what = "what the request changed";
      return { response, effects: [{ what, expected, received: reasonOf(error) }] };
    }
  }

  /** How everything looks that a request may change; `undefined` where nobody looks. */
  async #world(sent: Sent): Promise<World | undefined> {
    if (this.#examplesOnly || !mayChange(sent)) return undefined;
    return this.#effects.before(sent.operation);
  }

  #read({ operation, request }: Read): Promise<ReceivedResponse> {
    return this.#messenger.send(this.#messenger.wire(operation, request));
  }

  #effectOf(sent: Sent): { effect?: Effect } {
    if (!mayChange(sent)) return {};
    if (!this.#effects.areObservable(sent.operation)) return { effect: "not observable" };
    return { effect: this.#examplesOnly ? "not judged" : "judged" };
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
