import type { StoredFile } from "../../store/files.ts";
import type { RewardsUpload } from "../../store/records.ts";
import type { ReferenceOperation } from "../handler.ts";
import { addressOf, type CapillaryContext, type Operations } from "./context.ts";
import { extension, rewardsFiles } from "./rewards-file.ts";

/** Stores a file under a name: the next version of that name. Without a body it is a placeholder. */
export function uploadRewardsFile(
  context: CapillaryContext,
): ReferenceOperation<Operations["uploadRewardsFile"]> {
  const documented = context.documented("uploadRewardsFile");
  const { store, now, newId, organisation, times } = context;
  return {
    stores: "rewards-file",
    async handle({ path: { fileName: name }, body }) {
      const shown = documented.shown();
      const { token, write } = rewardsFiles(shown.file, times, organisation);
      const upload: RewardsUpload = {
        handle: newId(),
        token: token(name, newId()),
        mediaType: mediaTypeOf(name, body?.content),
        modified: now(),
        file: body?.content,
      };
      const version = await store.write(async (rows) => {
        const before = await rows.rewardsFile(name);
        const next = (before?.version ?? 0) + 1;
        await rows.putRewardsFile({ name, version: next, upload });
        return next;
      });
      const file = write(name, version, upload);
      const { secureFilePath: address } = shown;
      const secureFilePath = addressOf(context, upload, address, shown.file.s3_token);
      return { status: 200, body: { ...shown, file, secureFilePath } };
    },
  };
}

/** As the file has it; of a placeholder, and of bytes that say nothing, as the name does. */
function mediaTypeOf(name: string, file: StoredFile | undefined): string {
  if (file?.mediaType.startsWith("image/")) return file.mediaType;
  const subtype = extension(name).slice(1).toLowerCase();
  return subtype === "" ? "application/octet-stream" : `image/${subtypes.get(subtype) ?? subtype}`;
}

/** By ending; any other ending is its own. */
const subtypes = new Map([
  ["jpg", "jpeg"],
  ["tif", "tiff"],
  ["svg", "svg+xml"],
]);
