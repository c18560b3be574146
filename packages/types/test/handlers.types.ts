/** Compiled, never run: what a server of a generated API may answer. */
import type * as superoffice from "../src/generated/superoffice/index.ts";
import type { Handlers } from "../src/index.ts";

interface Stored {
  key: string;
  size: number;
}

type Server = Handlers<superoffice.operations, Stored>;

export const save: Server["savePersonImage"] = async ({ path, body }) => {
  const personId: number = path.personId;
  const stored: Stored =
    body.mediaType === "multipart/form-data" ? body.content.file : body.content;
  if (personId === 0) {
    return { status: 400, body: { Error: true, ErrorType: "", ErrorMessage: stored.key } };
  }
  return { status: 200, mediaType: "application/json", body: 167 };
};

export const read: Server["getPersonImage"] = async ({ query }) =>
  query.ifBlank === "ClearPixel"
    ? { status: 200, mediaType: "image/png", body: new Uint8Array() }
    : { status: 200, mediaType: "image/png", body: { key: "a", size: 1 } };

export const remove: Server["deletePersonImage"] = async () => ({ status: 204 });

// @ts-expect-error The status is not documented.
export const wrongStatus: Server["deletePersonImage"] = async () => ({ status: 202 });

// @ts-expect-error A success is a number.
export const wrongBody: Server["savePersonImage"] = async () => ({ status: 200, body: "167" });

// @ts-expect-error Three operations are missing.
export const incomplete: Server = { deletePersonImage: remove };
