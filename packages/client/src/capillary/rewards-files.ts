import type { errorCodes, operations } from "@image-apis/types/capillary";
import { file as checkFile, pathSegment } from "../call/arguments.ts";
import type { Caller } from "../call/caller.ts";
import { mediaTypeOf } from "../call/file.ts";
import { entityHeaders } from "./attribution.ts";
import type { CapillaryOperations } from "./operations.ts";
import type { UploadRewardsFileOptions } from "./options.ts";

/** The operation of the rewards file service. */
export function rewardsFiles(
  call: Caller<operations, typeof errorCodes>,
): Pick<CapillaryOperations, "uploadRewardsFile"> {
  return {
    uploadRewardsFile: (options) =>
      call("uploadRewardsFile", options, () => {
        const path = { fileName: pathSegment("fileName", options.fileName) };
        const header = entityHeaders(options.attribution);
        return { path, header, body: rawBody(options), bodyArgument: "file" };
      }),
  };
}

function rawBody({ file, mediaType }: UploadRewardsFileOptions) {
  if (file === undefined) return undefined;
  const content = checkFile("file", file);
  // The cast: a file that is no image is for the limits to refuse; one without a type is looked into.
  return { mediaType: mediaType ?? (mediaTypeOf(content) as `image/${string}`), content };
}
