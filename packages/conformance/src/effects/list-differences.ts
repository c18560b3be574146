import type { Json } from "@image-apis/spec";
import { compare, type Difference } from "../difference.ts";
import type { StoredItem } from "./stored-list.ts";

/** A list before and after a request, and what the request did to it. */
export interface ListChange {
  before: readonly StoredItem[];
  after: readonly StoredItem[];
  /** Handles of what this run stored. */
  own: ReadonlySet<Json>;
  /** Positions before the request. */
  removed: readonly number[];
  /** Of the files that were sent, in bytes and in their order. */
  sizes: readonly number[];
  /** The handles that the answer told. */
  told: readonly Json[];
}

/**
 * Holds a list against what was sent: what was removed is gone, what was added stands behind the others in its order,
 * and everything else is as it was. Samples, which this run did not store, may give way to what is added.
 */
export function listDifferences(what: string, change: ListChange): Difference[] {
  const { before, after, own, removed, sizes, told } = change;
  const kept = before.filter((_, position) => !removed.includes(position));
  const isSampleOnly = sizes.length > 0 && kept.every(({ handle }) => !own.has(handle));
  const rest = after.slice(0, Math.max(0, after.length - sizes.length));
  const added = after.slice(rest.length);
  const gaveWay = isSampleOnly && rest.length === 0;
  const counted = compare(
    `${what}: items`,
    gaveWay ? sizes.length : kept.length + sizes.length,
    after.length,
  );
  if (counted.length > 0) return counted;
  const prints = (items: readonly StoredItem[]) => items.map(({ print }) => print).join();
  const isKept = gaveWay || prints(kept) === prints(rest);
  const isNew = added.every(({ handle }) => !before.some((it) => it.handle === handle));
  return [
    ...(isKept ? [] : [differs(what, "what was there before, as it was and in its order")]),
    ...(isNew ? [] : [differs(what, "new items behind those that were there")]),
    ...compare(
      `${what}: sizes of what was added`,
      sizes,
      added.map(({ size }) => Number(size)),
    ),
    ...(told.every((handle, at) => added[at]?.handle === handle)
      ? []
      : [
          differs(`${what}: handles of what was added`, "those that the answer told, in its order"),
        ]),
  ];
}

function differs(what: string, expected: string): Difference {
  return { what, expected, received: "other ones" };
}
