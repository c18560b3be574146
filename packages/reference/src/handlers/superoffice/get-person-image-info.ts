import type { ReferenceOperation } from "../handler.ts";
import type { Operations, SuperofficeContext } from "./context.ts";
import { imageOrRefusal } from "./person.ts";

/** Describes the image of a person. */
export function getPersonImageInfo({
  store,
  documented: of,
}: SuperofficeContext): ReferenceOperation<Operations["getPersonImageInfo"]> {
  const documented = of("getPersonImageInfo");
  return {
    async missing(rows, request) {
      const found = await imageOrRefusal(documented, rows, request);
      return "refusal" in found ? found.refusal : undefined;
    },
    async handle(request) {
      const found = await store.read((rows) => imageOrRefusal(documented, rows, request));
      if ("refusal" in found) return found.refusal;
      const { blobId, created, updated, file } = found.image;
      return {
        status: 200,
        body: {
          ...documented.shown(),
          BlobId: blobId,
          BlobSize: file.size,
          OriginalSize: file.size,
          MimeType: file.mediaType,
          CreatedDate: instant(created),
          UpdatedDate: instant(updated),
        },
      };
    },
  };
}

/** In UTC; whole seconds as the document writes them. */
function instant(time: Date): string {
  return time.toISOString().replace(".000Z", "Z");
}
