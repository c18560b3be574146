import type { capillary } from "@image-apis/types";
import type { CustomerImage } from "../../store/records.ts";
import type { ZonedText } from "../zoned-text.ts";

type Shown = capillary.components["schemas"]["CustomerImageFile"];

/**
 * How customers' images are written.
 *
 * @param shown a file of the documents; what is not known of an image stays as it is there.
 */
export function customerFiles(shown: Shown, times: ZonedText, organisation = orgOf(shown)) {
  return {
    /** The name is `{organisation}/{customer}/{index}`. */
    write: (customerId: string, image: CustomerImage, index: number): Shown => ({
      ...shown,
      fileSize: String(image.size),
      fileHandle: image.handle,
      lastModified: times.write(image.modified),
      latestVersion: image.version,
      name: `${organisation}/${customerId}/${index}`,
      s3Token: image.token,
      version: image.version,
    }),
    /** The token is `{folder}/{organisation}/{customer}/{id}`. */
    token: (customerId: string, id: string) =>
      `${shown.s3Token.split("/", 1)[0]}/${organisation}/${customerId}/${id}`,
  };
}

function orgOf({ name }: Shown): string {
  return name.split("/", 1)[0] ?? "";
}
