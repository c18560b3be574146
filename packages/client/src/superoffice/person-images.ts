import type { errorCodes, operations } from "@image-apis/types/superoffice";
import { file, int32 } from "../call/arguments.ts";
import type { Caller } from "../call/caller.ts";
import { mediaTypeOf, sizeOf } from "../call/file.ts";
import { languageHeaders } from "./language.ts";
import type { SuperOfficeOperations } from "./operations.ts";
import type { SavePersonImageOptions } from "./options.ts";

/** The operations on the image of a person. */
export function personImages(call: Caller<operations, typeof errorCodes>): SuperOfficeOperations {
  return {
    savePersonImage: (options) =>
      call("savePersonImage", options, () => {
        const path = { personId: int32("personId", options.personId) };
        const header = languageHeaders(options);
        const { accept } = options;
        const answer = "integer" as const;
        const image = file("image", options.image);
        const body = imageBody(image, options.mediaType);
        const breach = sizeOf(image) === 0 ? missingImage : undefined;
        return { path, header, body, bodyArgument: "image", breach, accept, answer };
      }),

    getPersonImage: (options) =>
      call("getPersonImage", options, () => {
        const { personId, width, height, type, ifBlank, accept } = options;
        const path = { personId: int32("personId", personId) };
        const query = {
          w: width === undefined ? undefined : int32("width", width),
          h: height === undefined ? undefined : int32("height", height),
          type,
          ifBlank,
        };
        return { path, query, header: languageHeaders(options), accept };
      }),

    deletePersonImage: (options) =>
      call("deletePersonImage", options, () => {
        const path = { personId: int32("personId", options.personId) };
        // A person has one image: deleted twice, it is gone all the same.
        return { path, repeatable: true, doneStatus: 404 };
      }),

    getPersonImageInfo: (options) =>
      call("getPersonImageInfo", options, () => {
        const path = { personId: int32("personId", options.personId) };
        return { path, header: languageHeaders(options) };
      }),
  };
}

const missingImage = { argument: "image", condition: "missing-image", complaint: "is empty" };

function imageBody(
  image: SavePersonImageOptions["image"],
  mediaType: SavePersonImageOptions["mediaType"],
) {
  if (mediaType === "multipart/form-data") return { mediaType, content: { file: image } };
  // The cast: a type that is not documented is for the limits to refuse; a file without one is looked into.
  return { mediaType: mediaType ?? (mediaTypeOf(image) as "image/png"), content: image };
}
