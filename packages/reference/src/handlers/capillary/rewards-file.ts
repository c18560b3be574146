import type { capillary } from "@image-apis/types";
import type { RewardsUpload } from "../../store/records.ts";
import type { ZonedText } from "../zoned-text.ts";

type Shown = capillary.components["schemas"]["RewardsFile"];

/**
 * How the files of the file service are written.
 *
 * @param shown a file of the documents; what is not known of a file stays as it is there.
 */
export function rewardsFiles(shown: Shown, times: ZonedText, organisation?: string) {
  const [folder, shownOrganisation] = shown.s3_token.split("/");
  return {
    write: (name: string, version: number, upload: RewardsUpload): Shown => ({
      ...shown,
      name,
      version,
      latest_version: version,
      fileSize: String(upload.file?.size ?? 0),
      file_handle: upload.handle,
      content_type: upload.mediaType,
      s3_token: upload.token,
      s3_url: shown.s3_url.replaceAll(shown.s3_token, () => upload.token),
      last_modified: times.write(upload.modified),
    }),
    /** The token is `{folder}/{organisation}/{id}.{extension}`. */
    token: (name: string, id: string) =>
      `${folder}/${organisation ?? shownOrganisation}/${id}${extension(name)}`,
  };
}

/** With its dot; a longer ending is a part of the name. */
export function extension(name: string): string {
  return /\.\w{1,16}$/.exec(name)?.[0] ?? "";
}
