import type { StoredFile } from "../../store/files.ts";
import type { ReferenceOperation } from "../handler.ts";
import type { Operations, SuperofficeContext } from "./context.ts";
import { imageOrRefusal, personOf, unknownPerson } from "./person.ts";
import { standIn } from "./stand-in.ts";

type Get = Operations["getPersonImage"];
type Query = NonNullable<Get["parameters"]["query"]>;
type ImageMediaType = keyof Get["responses"][200]["content"];

/** The header with the names of the parameters that the image does not follow. */
export const notAppliedHeader = "Parameters-Not-Applied";

/** Gives back the bytes of a person's image as they were saved, or a stand-in for it. */
export function getPersonImage({
  store,
  documented: of,
}: SuperofficeContext): ReferenceOperation<Get> {
  const documented = of("getPersonImage");
  return {
    async missing(rows, request) {
      const found = await imageOrRefusal(documented, rows, request);
      if (!("refusal" in found)) return undefined;
      if (!wantsStandIn(request.query)) return found.refusal;
      return (await personOf(rows, request)) === undefined ? unknownPerson(documented) : undefined;
    },
    async handle(request, { accepts } = acceptsAll) {
      const { query } = request;
      const person = await store.read((rows) => personOf(rows, request));
      if (person === undefined) return unknownPerson(documented);
      if (person.image === undefined) {
        if (!wantsStandIn(query)) {
          return documented.refusal(["no-stored-image"], "The person has no image.");
        }
        const { mediaType, bytes } = standIn(documented, offered, accepts);
        return { status: 200, mediaType, body: bytes };
      }
      const { file } = person.image;
      const notApplied = parametersNotApplied(query, file);
      return {
        status: 200,
        mediaType: offeredType(file),
        body: file,
        headers: notApplied.length === 0 ? {} : { [notAppliedHeader]: notApplied.join(", ") },
      };
    },
  };
}

const acceptsAll = { accepts: () => true };

const offered = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/tiff",
] as const satisfies readonly ImageMediaType[];

/** @throws Error for a file that could not be saved: the document has no such response. */
function offeredType({ mediaType }: StoredFile): ImageMediaType {
  const found = offered.find((it) => it === mediaType);
  if (found === undefined) throw new Error(`No response of getPersonImage is ${mediaType}.`);
  return found;
}

function wantsStandIn({ ifBlank = "Null" }: Query): boolean {
  return ifBlank !== "Null";
}

/** No picture is changed: what is left is a type that the image has anyway. */
function parametersNotApplied({ w, h, type }: Query, { mediaType }: StoredFile): string[] {
  const isOfType = type === undefined || mediaType === `image/${type.toLowerCase()}`;
  return [
    ...(w === undefined ? [] : ["w"]),
    ...(h === undefined ? [] : ["h"]),
    ...(isOfType ? [] : ["type"]),
  ];
}
