import type { Difference } from "../difference.ts";
import type { ReceivedResponse } from "../server/received-response.ts";
import { mayChange, type Sent } from "./cleanup.ts";

/** What an API stores by an id, as its read operations show it. */
export interface Watched<View> {
  /** How a report calls one: `images of customer 1`. */
  called(id: string): string;
  /** Whether a request is about these at all. */
  concerns(sent: Sent): boolean;
  /** The ids that the exchanges name. */
  known: readonly string[];
  /** The id that a request names; none where it names none that can be looked at. */
  named(sent: Sent): string | undefined;
  look(id: string): Promise<View>;
  /** What changed between two looks, in words; nothing where it did not. */
  change(id: string, was: View, now: View): Promise<string | undefined> | string | undefined;
}

/** Looks at what an API stores before every request that may change something, and after those that were refused. */
export class Watch<View> {
  /** As it was before the first request of the check. */
  readonly before = new Map<string, View>();
  /** As it was before the latest request. */
  readonly latest = new Map<string, View>();
  readonly #watched: Watched<View>;

  constructor(watched: Watched<View>) {
    this.#watched = watched;
  }

  /** Before a request is sent. */
  async note(sent: Sent): Promise<void> {
    this.latest.clear();
    const { concerns, known, named, look } = this.#watched;
    if (!mayChange(sent) || !concerns(sent)) return;
    for (const id of new Set([named(sent) ?? [], ...known].flat())) {
      const view = await look(id);
      if (!this.before.has(id)) this.before.set(id, view);
      this.latest.set(id, view);
    }
  }

  /** After a request that was not accepted: what it changed all the same. */
  async changes({ status }: ReceivedResponse): Promise<Difference[]> {
    const { called, look, change } = this.#watched;
    const differences: Difference[] = [];
    for (const [id, was] of this.latest) {
      const received = await change(id, was, await look(id));
      if (received === undefined) continue;
      const what = `${called(id)} after the ${status}`;
      differences.push({ what, expected: "as before", received });
    }
    return differences;
  }
}
