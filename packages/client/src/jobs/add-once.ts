import { isApiError } from "../errors/is-api-error.ts";

/** A stored file, as a list of the vendor's shows it. */
export interface ListedFile {
  /** In bytes; undefined where the list does not say. */
  size: number | undefined;
}

/** How files are added, and how to see what is stored. */
export interface AddOnceOptions<Value> {
  /** Adds the files: calls the client. It is called again only when it is certain that nothing was stored. */
  add(): PromiseLike<Value>;
  /** The sizes of the files that `add` sends, in bytes. */
  sizes: readonly number[];
  /** Lists what is stored now, oldest first; undefined where that cannot be listed. */
  list(): PromiseLike<readonly ListedFile[] | undefined>;
  /**
   * Whether to list before the first attempt as well, `false` by default: one call more for each upload, and the only
   * way to be certain afterwards. It supposes that nobody else adds to the same list at the same time.
   */
  listBefore?: boolean | undefined;
  /** How often to add again when nothing was stored; 2 by default. */
  maxRepeats?: number | undefined;
}

/** What is stored after `addOnce`. */
export type AddOutcome<Value> =
  /** Everything, once. `value` is undefined where the response was lost and the list showed the files. */
  | { status: "stored"; value: Value | undefined }
  /** Nothing: the server refused, or was never reached. */
  | { status: "notStored"; error: unknown }
  /** The list does not tell: it has no sizes, was changed by others, or shows only some of the files. */
  | { status: "unknown"; error: unknown };

/**
 * Adds files where a lost response would leave open whether they are stored, and adding them again would store them
 * twice. After such a failure the list is compared with what was sent and, with `listBefore`, with what was there.
 *
 * @returns It rejects only with what `list` throws before anything was sent.
 *
 * @example
 * const outcome = await addOnce({
 *   add: () => client.addCustomerImage({ customerId, files }),
 *   sizes: files.map((file) => file.size),
 *   // `customer` of `@image-apis/client/conversions` makes numbers of the sizes.
 *   async list() {
 *     const body = await client.getCustomer({ customerId, source: "INSTORE", embed: "CUSTOMERIMAGE" });
 *     return customer(body).customerImage?.map(({ file }) => ({ size: file.fileSize }));
 *   },
 *   listBefore: true,
 * });
 */
export async function addOnce<Value>({
  add,
  sizes,
  list,
  listBefore = false,
  maxRepeats = 2,
}: AddOnceOptions<Value>): Promise<AddOutcome<Value>> {
  const before = listBefore ? await list() : undefined;
  for (let repeats = 0; ; repeats++) {
    try {
      return { status: "stored", value: await add() };
    } catch (error) {
      if (!isApiError(error) || !error.mayBeStored) return { status: "notStored", error };
      // A list that cannot be had says as little as none.
      const after = await Promise.resolve(list()).catch(() => undefined);
      const added = after && (before ? addedSince(before, after, sizes) : addedAtAll(after, sizes));
      if (added === "all") return { status: "stored", value: undefined };
      if (added !== "none") return { status: "unknown", error };
      if (repeats >= maxRepeats) return { status: "notStored", error };
    }
  }
}

type Added = "all" | "none" | undefined;

/** Holds a list against what it was: new files stand at its end. */
function addedSince(
  before: readonly ListedFile[],
  after: readonly ListedFile[],
  sizes: readonly number[],
): Added {
  const isAsBefore = before.every(({ size }, index) => after[index]?.size === size);
  if (!isAsBefore) return undefined;
  if (after.length === before.length) return "none";
  const fresh = after.slice(before.length).map(({ size }) => size);
  return String(fresh.sort()) === String([...sizes].sort()) ? "all" : undefined;
}

/** Without knowing what was there, only the absence of every size is certain. */
function addedAtAll(after: readonly ListedFile[], sizes: readonly number[]): Added {
  const isThere = after.some(({ size }) => size === undefined || sizes.includes(size));
  return isThere ? undefined : "none";
}
