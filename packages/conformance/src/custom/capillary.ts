import type { Json } from "@image-apis/spec";
import { type Ask, type Cleanup, isAccepted, type Left, type Sent } from "../cleanup/cleanup.ts";
import { Watch } from "../cleanup/watch.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import { isObject } from "../volatile-fields/rule.ts";

/** An image as a list or a response tells of it. */
interface Image {
  customerId: string;
  /** Its position in the list. */
  index: number;
  /** Whether its name ends in the same number. No page says what the number means, so nothing is deleted without. */
  isSure: boolean;
  handle: string;
}

/** A customer as the list of the images shows them. */
interface View {
  status: number;
  count: number;
  images: readonly Image[];
  /** What stays as it is while nobody changes the images, as a text to compare. */
  print: string;
}

/**
 * Images that were added are deleted, found again by their handle; a delete is given something to delete.
 *
 * @param known The customers to look at besides the one that a request names.
 */
export function capillaryCleanup(ask: Ask, known: readonly string[]): Cleanup {
  /** By customer, the handles of what was added. */
  const created = new Map<string, Set<string>>();
  /** Customers that requests named, or may be about. */
  const concerned = new Set<string>();
  const stored = new Set<string>();
  let hasResponded = true;

  const note = (images: readonly Image[]) => {
    for (const { customerId, handle } of images) {
      created.set(customerId, (created.get(customerId) ?? new Set()).add(handle));
    }
  };
  const look = async (customerId: string): Promise<View> => {
    const query = { embed: "CUSTOMERIMAGE", source: "INSTORE" };
    return viewOf(await ask("getCustomer", { path: { customerId }, query }));
  };
  const add = async (customerId: string, count: number) => {
    const part = { name: "file", fixture: "front.png" };
    const parts = Array.from({ length: count }, () => part);
    const body = { mediaType: "multipart/form-data", parts };
    note(imagesIn(await ask("addCustomerImage", { path: { customerId }, body })));
  };
  const added = (customerId: string, { images }: View) =>
    images.filter(({ handle }) => created.get(customerId)?.has(handle));
  const remove = async (customerId: string) => {
    const images = added(customerId, await look(customerId));
    if (images.length === 0 || images.some(({ isSure }) => !isSure)) return;
    const query = { image_ids: images.map(({ index }) => index) };
    await ask("deleteCustomerImage", { path: { customerId }, query });
  };
  const leftOf = async (customerId: string): Promise<Left[]> => {
    const left = (what: string) => [{ what: `Customer ${customerId} ${what}`, isMeant: false }];
    const was = watch.before.get(customerId);
    const now = await look(customerId);
    if (now.status >= 300) {
      const wasReadable = was !== undefined && was.status < 300;
      const isLost = created.has(customerId) || (concerned.has(customerId) && wasReadable);
      return isLost ? left(`cannot be read any more (${now.status}); images may be left.`) : [];
    }
    const more = now.count - (was?.count ?? now.count);
    if (more > 0) return left(`has ${more} more images than before.`);
    const still = added(customerId, now).length;
    return still > 0 ? left(`still has ${still} of the images that were added.`) : [];
  };
  /** What is there now and was not before the latest request, which nobody else made. */
  const noteNew = (customerId: string, now: View) => {
    const were = new Set(watch.latest.get(customerId)?.images.map(({ handle }) => handle));
    note(now.images.filter(({ handle }) => !were.has(handle)));
  };

  const watch = new Watch<View>({
    called: (customerId) => `images of customer ${customerId}`,
    concerns: ({ operation }) => operation.path.includes("/customers/"),
    known,
    named: customerOf,
    look,
    async change(customerId, was, now) {
      if (now.print === was.print) return undefined;
      // A list that changes from one look to the next says little, and nothing is deleted on its word.
      const isStable = (await look(customerId)).print === now.print;
      if (!isStable && handlesIn(now) === handlesIn(was)) return undefined;
      if (isStable) noteNew(customerId, now);
      return inWords(was, now);
    },
  });

  return {
    async before(sent) {
      await watch.note(sent);
      if (watch.latest.size === 0) return;
      const own = customerOf(sent);
      for (const customerId of own === undefined ? known : [own]) concerned.add(customerId);
      hasResponded = false;
      const { operation, request } = sent;
      const view = watch.latest.get(own ?? "");
      if (operation.operationId !== "deleteCustomerImage" || !own || view === undefined) return;
      const indexes = [request.query.image_ids ?? []].flat().map(Number);
      const missing = Math.max(-1, ...indexes) + 1 - view.count;
      if (view.status >= 300 || missing <= 0 || missing > 5) return;
      await add(own, missing);
      watch.latest.set(own, await look(own));
    },
    async after({ operation, request }, response) {
      hasResponded = true;
      if (!isAccepted(response)) return watch.changes(response);
      if (operation.operationId.startsWith("addCustomerImage")) note(imagesIn(response));
      if (operation.operationId === "uploadRewardsFile") stored.add(String(request.path.fileName));
      return [];
    },
    async cleanUp() {
      if (!hasResponded) for (const id of watch.latest.keys()) noteNew(id, await look(id));
      for (const customerId of created.keys()) await remove(customerId);
      const left: Left[] = [];
      for (const id of new Set([...watch.before.keys(), ...created.keys()])) {
        left.push(...(await leftOf(id)));
      }
      const files = [...stored].map((name) => ({
        what: `Rewards file ${name}: no operation deletes it.`,
        isMeant: true,
      }));
      return [...left, ...files];
    },
  };
}

/** The customer that a request names in its path, if it is a number. */
function customerOf({ request }: Sent): string | undefined {
  const own = String(request.path.customerId);
  return /^\d+$/.test(own) ? own : undefined;
}

function viewOf(response: ReceivedResponse): View {
  const { status, bytes } = response;
  const body = status < 300 ? parseJson(new TextDecoder().decode(bytes)) : null;
  const items = isObject(body) && Array.isArray(body.customerImage) ? body.customerImage : [];
  return {
    status,
    count: items.length,
    images: status < 300 ? imagesIn(response) : [],
    print: JSON.stringify([status, ...items.map(lasting)]),
  };
}

/** Of an image in a list; addresses may be signed again at every call. */
function lasting(item: Json): Json[] {
  const file = isObject(item) && isObject(item.file) ? item.file : {};
  return [file.name, file.fileHandle, file.fileSize, file.lastModified].map((it) => it ?? null);
}

function handlesIn({ images }: View): string {
  return images
    .map(({ handle }) => handle)
    .sort()
    .join();
}

function inWords(was: View, now: View): string {
  if (now.status !== was.status) return `reading them is answered with ${now.status}`;
  if (now.count !== was.count) return `${now.count} in place of ${was.count}`;
  return "other ones";
}

/** The images in a response, of an upload or of a list; none in what is neither. */
function imagesIn({ bytes }: ReceivedResponse): Image[] {
  const body = parseJson(new TextDecoder().decode(bytes));
  if (!isObject(body)) return [];
  const items = body.data ?? body.customerImage;
  return Array.isArray(items) ? items.flatMap((item, index) => imageOf(item, index)) : [];
}

function imageOf(item: Json, index: number): Image[] {
  if (!isObject(item) || !isObject(item.file)) return [];
  const { name, fileHandle } = item.file;
  // `{orgId}/{customerId}/{number}`
  const [, customerId = "", number] = /^\d+\/(\d+)\/(\d+)$/.exec(String(name)) ?? [];
  if (number === undefined || typeof fileHandle !== "string") return [];
  return [{ customerId, index, isSure: Number(number) === index, handle: fileHandle }];
}
