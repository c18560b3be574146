import { essence } from "@image-apis/http-contract";
import { parseJson, type ReceivedAnswer } from "../server/answer.ts";
import {
  type Ask,
  changedBy,
  isAccepted,
  type Left,
  mayChange,
  type Tidying,
} from "../tidying/tidying.ts";
import { isObject } from "../volatile-fields/rule.ts";

/** What a person's image is: one, none, or it cannot be read. */
type View =
  | { is: "image"; mediaType: string; bytes: Uint8Array<ArrayBuffer>; information: string }
  | { is: "none" }
  | { is: "unreadable"; status: number };

/**
 * The image a person had is put back; a person who had none gets none.
 *
 * @param known The persons to look at besides the one that a request names.
 */
export function superOfficeTidying(ask: Ask, known: readonly string[]): Tidying {
  const before = new Map<number, View>();
  const accepted = new Set<unknown>();
  let latest = new Map<number, View>();

  const look = async (personId: number): Promise<View> => {
    const { status, contentType, bytes } = await ask("getPersonImage", { path: { personId } });
    if (status === 404) return { is: "none" };
    if (status !== 200) return { is: "unreadable", status };
    const information = lasting(await ask("getPersonImageInfo", { path: { personId } }));
    const mediaType = essence(contentType);
    return { is: "image", mediaType, bytes: new Uint8Array(bytes), information };
  };
  const restore = async (personId: number, view: View): Promise<Left[]> => {
    const left = (what: string) => [
      { what: `The image of person ${personId}${what}`, isMeant: false },
    ];
    if (view.is === "unreadable") {
      return left(` was changed; what it was could not be read (${view.status}).`);
    }
    const path = { personId };
    const { status } =
      view.is === "none"
        ? await ask("deletePersonImage", { path })
        : await ask("savePersonImage", { path }, view);
    const done = view.is === "none" ? "deleting what was saved" : "putting it back";
    if (status >= 300) return left(`: ${done} was answered with ${status}.`);
    return isSame(view, await look(personId)) ? [] : left(`: ${done} did not work.`);
  };

  return {
    async before(sent) {
      latest = new Map();
      if (!mayChange(sent)) return;
      const { personId } = sent.request.path;
      const own = typeof personId === "number" ? [personId] : [];
      for (const person of new Set([...own, ...known.map(Number)])) {
        latest.set(person, await look(person));
      }
      for (const [person, view] of latest) if (!before.has(person)) before.set(person, view);
    },
    async after(sent, answer) {
      if (isAccepted(answer)) {
        if (mayChange(sent)) accepted.add(sent.request.path.personId);
        return [];
      }
      const differences = [];
      for (const [person, view] of latest) {
        const now = await look(person);
        if (isSame(view, now) && isUntouched(view, now)) continue;
        differences.push(changedBy(answer, `image of person ${person}`, inWords(now)));
      }
      return differences;
    },
    async tidy() {
      const left: Left[] = [];
      for (const [person, view] of before) {
        const isChanged = accepted.has(person) || !isSame(view, await look(person));
        if (isChanged) left.push(...(await restore(person, view)));
      }
      return left;
    },
  };
}

function isSame(a: View, b: View): boolean {
  if (a.is === "image" && b.is === "image") return Buffer.compare(a.bytes, b.bytes) === 0;
  return a.is === b.is;
}

/** The same image may have been saved once more. */
function isUntouched(a: View, b: View): boolean {
  return a.is !== "image" || b.is !== "image" || a.information === b.information;
}

/** What the server knows of an image and that changes with it alone; nothing where it cannot be read. */
function lasting({ status, bytes }: ReceivedAnswer): string {
  const body = status === 200 ? parseJson(new TextDecoder().decode(bytes)) : null;
  if (!isObject(body)) return "";
  const names = ["BlobId", "BlobSize", "MimeType", "CreatedDate", "UpdatedDate"];
  return JSON.stringify(names.map((name) => body[name]));
}

function inWords(view: View): string {
  if (view.is === "unreadable") return `it cannot be read any more (${view.status})`;
  return view.is === "none" ? "it is gone" : "another one";
}
