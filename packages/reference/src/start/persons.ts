import { createHash } from "node:crypto";
import { imageType, maxTotalBytes } from "@image-apis/http-contract";
import { fixture } from "@image-apis/spec";
import type { superoffice } from "@image-apis/types";
import { MemoryBytes } from "../memory/memory-bytes.ts";
import type { StoredFile } from "../store/files.ts";
import type { Person } from "../store/records.ts";
import type { DescribedApi } from "./described.ts";
import type { PersonSeed } from "./seed.ts";
import { isPath, type SeedImage, seedImageBytes } from "./seed-image.ts";

type Api = DescribedApi<superoffice.operations>;

type Now = () => Date;

/** The id of the images of a start: that of the document's example. */
export function documentedBlobId({ savePersonImage }: Api): number {
  return savePersonImage?.shown() ?? 0;
}

/** Every person that a documented call names, with the image that the exchanges return. */
export async function documentedPersons(api: Api, now: Now): Promise<Person[]> {
  const { getPersonImage: get, savePersonImage: save } = api;
  const images = new Map<string, string | undefined>();
  const without = [
    ...(get?.exchangesWhen("no-stored-image") ?? []),
    ...(save?.usualExchanges ?? []),
  ];
  for (const { request } of without) images.set(String(request.path.personId), undefined);
  for (const { request, response } of get?.usualExchanges ?? []) {
    if (response.fixture !== undefined) images.set(String(request.path.personId), response.fixture);
  }
  const persons = [...images].map(async ([id, name]) => {
    const bytes = name === undefined ? undefined : fixture(name).bytes;
    return person(api, now, id, bytes);
  });
  return Promise.all(persons);
}

/**
 * The persons of a seed.
 *
 * @throws Error for an image that could not be given back, because the document has no such response.
 */
export async function seededPersons(
  api: Api,
  now: Now,
  seeds: readonly PersonSeed[],
): Promise<Person[]> {
  const offered = api.getPersonImage?.mediaTypes ?? [];
  const persons: Person[] = [];
  let total = 0;
  for (const { id, image } of seeds) {
    const bytes = image ? imageBytes(id, image, maxTotalBytes - total) : undefined;
    total += bytes?.length ?? 0;
    const seeded = await person(api, now, String(id), bytes);
    const { mediaType } = seeded.image?.file ?? {};
    if (mediaType !== undefined && !offered.includes(mediaType)) {
      const what = mediaType === "" ? "not an image" : mediaType;
      throw new Error(
        `The seed's image of person ${id} is ${what}; it must be ${offered.join(", ")}.`,
      );
    }
    persons.push(seeded);
  }
  return persons;
}

async function person(
  api: Api,
  now: Now,
  id: string,
  bytes: Uint8Array | undefined,
): Promise<Person> {
  if (bytes === undefined) return { id, image: undefined };
  const info = api.getPersonImageInfo?.shown();
  const time = (text: string | undefined) => (text === undefined ? now() : new Date(text));
  const image = {
    blobId: documentedBlobId(api),
    created: time(info?.CreatedDate),
    updated: time(info?.UpdatedDate),
    file: await stored(bytes),
  };
  return { id, image };
}

/**
 * @param room for as many bytes there is room.
 * @throws Error that says whose image cannot be read.
 */
function imageBytes(id: number, image: SeedImage, room: number): Uint8Array {
  try {
    const bytes = seedImageBytes(image);
    if (bytes.length <= room) return bytes;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code ?? message;
    // An image that is not in a file has no name to be told.
    const found = isPath(image) ? `${image} (${reason})` : reason;
    throw new Error(`The seed's image of person ${id} cannot be read: ${found}.`);
  }
  throw new Error(
    `The seed's images have more than ${maxTotalBytes} bytes in all with that of person ${id}. Name fewer or smaller ones.`,
  );
}

/** They count from when the store holds them: while it starts again, the bytes before are there as well. */
async function stored(bytes: Uint8Array): Promise<StoredFile> {
  return {
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    mediaType: (await imageType(bytes)) ?? "",
    bytes: new MemoryBytes(bytes),
  };
}
