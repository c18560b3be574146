import { essence } from "../../media-type.ts";
import type { Ask, Tidying } from "./tidying.ts";

type Image = { mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/** The image a person had is put back; a person who had none gets none. */
export function superOfficeTidying(ask: Ask): Tidying {
  const before = new Map<number, Image | undefined>();
  const changed = new Set<number>();

  const restore = async (personId: number, image: Image | undefined) => {
    const path = { personId };
    const { status } =
      image === undefined
        ? await ask("deletePersonImage", { path })
        : await ask("savePersonImage", { path }, image);
    if (status < 400) return [];
    const done = image === undefined ? "deleting what was saved" : "putting it back";
    return [`The image of person ${personId}: ${done} was answered with ${status}.`];
  };

  return {
    async before({ operation, request }) {
      const personId = request.path.personId;
      const changes = (request.method ?? operation.method) !== "get";
      if (!changes || typeof personId !== "number" || before.has(personId)) return;
      const { status, contentType, bytes } = await ask("getPersonImage", { path: { personId } });
      if (status === 404) before.set(personId, undefined);
      if (status === 200) {
        before.set(personId, { mediaType: essence(contentType), bytes: new Uint8Array(bytes) });
      }
    },
    after({ operation, request: { path, method = operation.method } }, { status }) {
      if (method !== "get" && status < 400) changed.add(Number(path.personId));
    },
    async tidy() {
      const left: string[] = [];
      for (const [personId, image] of before) {
        if (changed.has(personId)) left.push(...(await restore(personId, image)));
      }
      return left;
    },
  };
}
