import type { Json } from "@image-apis/spec";
import { parseJson, type ReceivedAnswer } from "../../server/answer.ts";
import { isObject } from "../../varying/rules.ts";
import type { Ask, Tidying } from "./tidying.ts";

/** An image as a list or an answer tells of it. */
interface Image {
  customerId: string;
  /** Its position in the list. */
  index: number;
  /** Whether its name ends in the same number. No page says what the number means, so nothing is deleted without. */
  isSure: boolean;
  handle: string;
}

/** Images that were added are deleted, found again by their handle; a delete is given something to delete. */
export function capillaryTidying(ask: Ask): Tidying {
  /** By customer, the handles of what was added. */
  const created = new Map<string, Set<string>>();
  /** By customer, how many images there were. */
  const counts = new Map<string, number>();
  const stored = new Set<string>();

  const note = (images: readonly Image[]) => {
    for (const { customerId, handle } of images) {
      created.set(customerId, (created.get(customerId) ?? new Set()).add(handle));
    }
  };
  const list = async (customerId: string) => {
    const query = { embed: "CUSTOMERIMAGE", source: "INSTORE" };
    const answer = await ask("getCustomer", { path: { customerId }, query });
    return answer.status < 400 ? imagesIn(answer) : undefined;
  };
  const add = async (customerId: string, count: number) => {
    const part = { name: "file", fixture: "front.png" };
    const parts = Array.from({ length: count }, () => part);
    const body = { mediaType: "multipart/form-data", parts };
    note(imagesIn(await ask("addCustomerImage", { path: { customerId }, body })));
  };
  const remove = async (customerId: string) => {
    const handles = created.get(customerId);
    const images = ((await list(customerId)) ?? []).filter(({ handle }) => handles?.has(handle));
    if (images.length === 0 || images.some(({ isSure }) => !isSure)) return;
    const query = { image_ids: images.map(({ index }) => index) };
    await ask("deleteCustomerImage", { path: { customerId }, query });
  };
  const leftOf = async (customerId: string) => {
    const images = (await list(customerId)) ?? [];
    const more = images.length - (counts.get(customerId) ?? images.length);
    return more > 0 ? [`Customer ${customerId} has ${more} more images than before.`] : [];
  };

  return {
    async before({ operation, request }) {
      const customerId = String(request.path.customerId);
      if (operation.method === "get" || !/^\d+$/.test(customerId) || counts.has(customerId)) return;
      const images = await list(customerId);
      if (images === undefined) return;
      counts.set(customerId, images.length);
      if (operation.operationId !== "deleteCustomerImage") return;
      const indexes = [request.query.image_ids ?? []].flat().map(Number);
      const missing = Math.max(-1, ...indexes) + 1 - images.length;
      if (missing > 0 && missing <= 5) await add(customerId, missing);
    },
    after({ operation, request }, answer) {
      // A redirect is not followed and stores nothing.
      if (answer.status >= 300) return;
      if (operation.operationId.startsWith("addCustomerImage")) note(imagesIn(answer));
      if (operation.operationId === "uploadRewardsFile") stored.add(String(request.path.fileName));
    },
    async tidy() {
      for (const customerId of created.keys()) await remove(customerId);
      const left = await Promise.all([...counts.keys()].map(leftOf));
      return [
        ...left.flat(),
        ...[...stored].map((name) => `Rewards file ${name}: no operation deletes it.`),
      ];
    },
  };
}

/** The images in an answer, of an upload or of a list; none in what is neither. */
function imagesIn({ bytes }: ReceivedAnswer): Image[] {
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
