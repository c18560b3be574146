import { type ContractOperation, Problem } from "@image-apis/http-contract";
import type { Fault } from "./fault.ts";

/** A fault that the next calls of an operation meet. */
export interface ScriptedFault {
  /** The operation; any by default. */
  operationId?: string;
  /** Its API, where more than one has an operation of that name; any by default. */
  api?: string;
  /** How they fail. */
  fault: Fault;
  /** How many calls, 1 to 1000; 1 by default. Then calls go on as before. */
  times?: number;
}

/** As many calls as can fail by one entry. */
export const maxTimes = 1000;

/** As many entries as can wait. */
const maxEntries = 1000;

type Entry = ScriptedFault & { times: number };

/** What a call of an operation is told by its own `Prefer` header, for it and those after it. */
interface Preferred {
  text: string;
  fault: Fault;
  left: number;
}

/** The faults that the next calls meet, in order; each is used up by as many calls as it says. */
export class FaultScript {
  #entries: Entry[] = [];
  readonly #preferred = new Map<string, Preferred>();

  /** How many entries wait. */
  get size(): number {
    return this.#entries.length + this.#preferred.size;
  }

  /** What is still to come: `times` is how many calls are left. */
  get pending(): ScriptedFault[] {
    return [
      ...this.#entries,
      ...[...this.#preferred]
        .filter(([, { left }]) => left > 0)
        .map(([key, { fault, left }]) => ({ ...operationOf(key), fault, times: left })),
    ];
  }

  /**
   * Lets the next calls of an operation fail, after those that were told before.
   *
   * @throws Problem 507 where too many wait already.
   */
  add(scripted: ScriptedFault): void {
    if (this.#entries.length >= maxEntries) {
      throw new Problem(
        507,
        `${maxEntries} scripted faults wait already. DELETE /__mock/faults, or a reset, forgets them.`,
      );
    }
    this.#entries.push({ times: 1, ...scripted });
  }

  /**
   * Lets this call of an operation and the next ones fail, as its `Prefer` header has it. The header can come with every
   * attempt: the attempts together are that many, and the one after them goes on.
   */
  prefer(operation: ContractOperation, fault: Fault, times: number): void {
    const key = keyOf(operation);
    const text = `${fault} ${times}`;
    if (this.#preferred.get(key)?.text === text) return;
    this.#preferred.set(key, { text, fault, left: times });
  }

  /** Takes the fault of a call that has arrived; `undefined` where it goes on. */
  next(operation: ContractOperation): Fault | undefined {
    // Most mocks have no script, and most calls none that is theirs.
    if (this.#entries.length === 0 && this.#preferred.size === 0) return undefined;
    const entry = this.#entries.find((it) => isFor(it, operation));
    if (entry !== undefined) {
      entry.times -= 1;
      if (entry.times === 0) this.#entries.splice(this.#entries.indexOf(entry), 1);
      return entry.fault;
    }
    const key = keyOf(operation);
    const preferred = this.#preferred.get(key);
    if (preferred === undefined) return undefined;
    preferred.left -= 1;
    if (preferred.left >= 0) return preferred.fault;
    this.#preferred.delete(key);
    return undefined;
  }

  clear(): void {
    this.#entries = [];
    this.#preferred.clear();
  }
}

function isFor({ api, operationId }: ScriptedFault, operation: ContractOperation): boolean {
  return (
    (api === undefined || api === operation.api) &&
    (operationId === undefined || operationId === operation.operation.operationId)
  );
}

function keyOf({ api, operation }: ContractOperation): string {
  return `${api} ${operation.operationId}`;
}

function operationOf(key: string): Pick<ScriptedFault, "api" | "operationId"> {
  const [api, operationId] = key.split(" ");
  return { ...(api && { api }), ...(operationId && { operationId }) };
}
