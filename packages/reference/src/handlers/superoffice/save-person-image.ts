import type { ReferenceOperation } from "../handler.ts";
import type { Operations, SuperofficeContext } from "./context.ts";
import { personOf, unknownPerson } from "./person.ts";

/** Stores the image of a person in place of the one before. */
export function savePersonImage({
  store,
  now,
  documented: of,
}: SuperofficeContext): ReferenceOperation<Operations["savePersonImage"]> {
  const documented = of("savePersonImage");
  return {
    stores: "person-image",
    missing: async (rows, request) =>
      (await personOf(rows, request)) === undefined ? unknownPerson(documented) : undefined,
    async handle(request) {
      const { body } = request;
      const file = body.mediaType === "multipart/form-data" ? body.content.file : body.content;
      const updated = now();
      return store.write(async (rows) => {
        const person = await personOf(rows, request);
        if (person === undefined) return unknownPerson(documented);
        const blobId = await rows.nextBlobId();
        const created = person.image?.created ?? updated;
        await rows.putPerson({ ...person, image: { blobId, created, updated, file } });
        return { status: 200, mediaType: "application/json", body: blobId };
      });
    },
  };
}
