import { essence } from "@image-apis/http-contract";
import {
  type Ask,
  type Cleanup,
  isAccepted,
  type Left,
  mayChange,
  type Sent,
} from "../cleanup/cleanup.ts";
import { Watch } from "../cleanup/watch.ts";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
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
export function superOfficeCleanup(ask: Ask, known: readonly string[]): Cleanup {
  const accepted = new Set<string>();

  const look = async (person: string): Promise<View> => {
    const path = { personId: Number(person) };
    const { status, contentType, bytes } = await ask("getPersonImage", { path });
    if (status === 404) return { is: "none" };
    if (status !== 200) return { is: "unreadable", status };
    const information = lasting(await ask("getPersonImageInfo", { path }));
    const mediaType = essence(contentType);
    return { is: "image", mediaType, bytes: new Uint8Array(bytes), information };
  };
  const restore = async (person: string, view: View): Promise<Left[]> => {
    const left = (what: string) => [
      { what: `The image of person ${person}${what}`, isMeant: false },
    ];
    if (view.is === "unreadable") {
      return left(` was changed; what it was could not be read (${view.status}).`);
    }
    const path = { personId: Number(person) };
    const { status } =
      view.is === "none"
        ? await ask("deletePersonImage", { path })
        : await ask("savePersonImage", { path }, view);
    const done = view.is === "none" ? "deleting what was saved" : "putting it back";
    if (status >= 300) return left(`: ${done} was answered with ${status}.`);
    return isSame(view, await look(person)) ? [] : left(`: ${done} did not work.`);
  };

  const watch = new Watch<View>({
    called: (person) => `image of person ${person}`,
    concerns: () => true,
    known,
    named: personOf,
    look,
    change: (_, was, now) => (isSame(was, now) && isUntouched(was, now) ? undefined : inWords(now)),
  });

  return {
    before: (sent) => watch.note(sent),
    async after(sent, response) {
      if (!isAccepted(response)) return watch.changes(response);
      const person = personOf(sent);
      if (mayChange(sent) && person !== undefined) accepted.add(person);
      return [];
    },
    async cleanUp() {
      const left: Left[] = [];
      for (const [person, view] of watch.before) {
        const isChanged = accepted.has(person) || !isSame(view, await look(person));
        if (isChanged) left.push(...(await restore(person, view)));
      }
      return left;
    },
  };
}

/** The person that a request names in its path, if it is a number. */
function personOf({ request: { path } }: Sent): string | undefined {
  return typeof path.personId === "number" ? String(path.personId) : undefined;
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
function lasting({ status, bytes }: ReceivedResponse): string {
  const body = status === 200 ? parseJson(new TextDecoder().decode(bytes)) : null;
  if (!isObject(body)) return "";
  const names = ["BlobId", "BlobSize", "MimeType", "CreatedDate", "UpdatedDate"];
  return JSON.stringify(names.map((name) => body[name]));
}

function inWords(view: View): string {
  if (view.is === "unreadable") return `it cannot be read any more (${view.status})`;
  return view.is === "none" ? "it is gone" : "another one";
}
