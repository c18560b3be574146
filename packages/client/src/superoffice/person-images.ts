import type { operations } from "@image-apis/types/superoffice";
import { file, int32 } from "../call/arguments.ts";
import type { Caller } from "../call/caller.ts";
import { mediaTypeOf, sizeOf } from "../call/file.ts";
import { languageHeaders } from "./language.ts";
import type { SuperOfficeOperations } from "./operations.ts";
import type { SavePersonImageOptions } from "./options.ts";

/** The operations on the image of a person. */
export function personImages(call: Caller<operations>): SuperOfficeOperations {
  return {
    async savePersonImage(options) {
      const { personId, accept } = options;
      const path = { personId: int32("personId", personId) };
      const header = languageHeaders(options);
      const image = file("image", options.image);
      const body = imageBody(image, options.mediaType);
      const breach = sizeOf(image) === 0 ? missingImage : undefined;
      return call(
        "savePersonImage",
        { path, header, body, bodyArgument: "image", breach, accept },
        options,
      );
    },

    async getPersonImage(options) {
      const { personId, width, height, type, ifBlank, accept } = options;
      const path = { personId: int32("personId", personId) };
      const query = {
        w: width === undefined ? undefined : int32("width", width),
        h: height === undefined ? undefined : int32("height", height),
        type,
        ifBlank,
      };
      return call(
        "getPersonImage",
        { path, query, header: languageHeaders(options), accept },
        options,
      );
    },

    async deletePersonImage({ personId, ...options }) {
      await call("deletePersonImage", { path: { personId: int32("personId", personId) } }, options);
    },

    async getPersonImageInfo(options) {
      const path = { personId: int32("personId", options.personId) };
      return call("getPersonImageInfo", { path, header: languageHeaders(options) }, options);
    },
  };
}

const missingImage = { argument: "image", condition: "missing-image", complaint: "is empty" };

function imageBody(
  image: SavePersonImageOptions["image"],
  mediaType: SavePersonImageOptions["mediaType"],
) {
  if (mediaType === "multipart/form-data") return { mediaType, content: { file: image } };
  const type = mediaType ?? mediaTypeOf(image);
  if (type === "") {
    throw new TypeError(
      "image: it does not say what it is. Pass a File or a Blob with a type, or the option mediaType.",
    );
  }
  // The cast: a type that is not documented is for the limits to refuse.
  return { mediaType: type as "image/png", content: image };
}
