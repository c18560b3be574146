import { isAccepted, mayChange, type Sent } from "../cleanup/cleanup.ts";
import type { Contract } from "../contract.ts";
import type { Difference, Wording } from "../difference.ts";
import type { Item } from "../plan.ts";
import type { ReceivedResponse } from "../server/received-response.ts";
import { type Addresses, addressesOf, type Follow } from "./addresses.ts";
import { type Effects, effectsOf, type Look, type World } from "./effects.ts";
import { type Identity, identityOf } from "./identity.ts";
import { type IssuedTokens, issuedTokens, type SignedRead } from "./issued-token.ts";
import { type Upload, type Versions, versionsOf } from "./versions.ts";

/** Whether what a request changed was judged by what the read operations show afterwards. */
export type EffectVerdict = "judged" | "not judged" | "not observable";

/** How a server is asked. */
export interface Ways {
  /** Its address, without a slash at the end. */
  server: string;
  look: Look;
  upload: Upload;
  follow: Follow;
  read: SignedRead;
}

/** What was there before a request. */
export interface Before {
  world: World;
  version: number | undefined;
}

/** Judges what the requests of one run do to a server. */
export class EffectJudge {
  readonly #effects: Effects;
  readonly #identity: Identity;
  readonly #versions: Versions;
  readonly #addresses: Addresses;
  readonly #tokens: IssuedTokens;

  /** @param wording How what came is written in the differences. */
  constructor(contract: Contract, { server, look, upload, follow, read }: Ways, wording: Wording) {
    this.#effects = effectsOf(contract, look, wording);
    this.#identity = identityOf(contract, wording);
    this.#versions = versionsOf(contract, upload);
    this.#addresses = addressesOf(contract, server, follow);
    this.#tokens = issuedTokens(contract, read);
  }

  /** Whether a request changes something that can be looked at; `undefined` where it only reads. */
  verdictOn(sent: Sent): EffectVerdict | undefined {
    if (!mayChange(sent)) return undefined;
    return this.#effects.areObservable(sent.operation) ? "judged" : "not observable";
  }

  /** Looks at everything that a request may change. */
  async before(sent: Sent): Promise<Before | undefined> {
    if (!mayChange(sent)) return undefined;
    const { operation } = sent;
    return {
      world: await this.#effects.before(operation),
      version: await this.#versions.before(operation),
    };
  }

  /** Of a step before a check: what it stored may not be lost again. */
  step(sent: Sent, answer: ReceivedResponse): Difference[] {
    if (!mayChange(sent) || !isAccepted(answer)) return [];
    this.#effects.note(sent.operation, answer);
    return this.#identity.differences(sent.operation, answer);
  }

  /** What a request changed and should not have, or should have and did not. */
  async after(
    sent: Sent,
    subject: Item["subject"],
    before: Before | undefined,
    answer: ReceivedResponse,
  ): Promise<Difference[]> {
    const { operation } = sent;
    const isMeant = subject.kind === "exchange" && subject.exchange.response.status < 300;
    const isDone = isMeant && isAccepted(answer);
    const led = isDone ? await this.#addresses(operation, answer) : [];
    if (before === undefined) return led;
    const own = this.step(sent, answer);
    return [
      ...(isDone ? own : []),
      ...led,
      ...(isDone ? await this.#effects.after(subject.exchange, before.world, answer) : []),
      ...(isDone || !isAccepted(answer)
        ? await this.#versions.after(operation, before.version, answer)
        : []),
      ...(isDone ? await this.#tokens(operation, answer) : []),
    ];
  }
}
