import type { operations } from "@image-apis/types/capillary";
import { file as checkFile, pathSegment } from "../call/arguments.ts";
import type { Caller } from "../call/caller.ts";
import { mediaTypeOf } from "../call/file.ts";
import { entityHeaders } from "./attribution.ts";
import type { CapillaryOperations } from "./operations.ts";
import type { UploadRewardsFileOptions } from "./options.ts";

/** The operation of the rewards file service. */
export function rewardsFiles(
  call: Caller<operations>,
): Pick<CapillaryOperations, "uploadRewardsFile"> {
  return {
    async uploadRewardsFile({ fileName, file, mediaType, attribution, ...options }) {
      const path = { fileName: pathSegment("fileName", fileName) };
      const header = entityHeaders(attribution);
      const body = rawBody(file, mediaType);
      return call("uploadRewardsFile", { path, header, body, bodyArgument: "file" }, options);
    },
  };
}

function rawBody(
  file: UploadRewardsFileOptions["file"],
  mediaType: UploadRewardsFileOptions["mediaType"],
) {
  if (file === undefined) return undefined;
  const content = checkFile("file", file);
  // The cast: a file that is no image is for the limits to refuse.
  const own = (mediaTypeOf(content) || "application/octet-stream") as `image/${string}`;
  return { mediaType: mediaType ?? own, content };
}
