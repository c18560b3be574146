import { MemoryBytes } from "../memory/memory-bytes.ts";
import type { Contents } from "../memory/memory-store.ts";
import type { Person } from "../store/records.ts";
import type { Seed } from "./seed.ts";
import { dataUrlOf } from "./seed-image.ts";

/**
 * What a store holds as a seed: another store that starts with it holds the same customers, files and persons, with the
 * same images. Ids, tokens and times of images are made again. It is JSON; the images of persons are in it.
 */
export function seedOf({ customers, rewardsFiles, persons }: Contents): Seed {
  return {
    customers: customers.map(({ id, identifiers, images, hasSamples }) => ({
      id: Number(id),
      identifiers,
      images: images.map(({ size }) => ({ fileSize: size })),
      ...(hasSamples && { samples: true }),
    })),
    files: rewardsFiles.map(({ name, version }) => ({ name, version })),
    persons: persons.map((person) => ({ id: Number(person.id), image: imageOf(person) })),
  };
}

function imageOf({ image }: Person): string | null {
  const bytes = image?.file.bytes;
  if (image === undefined || !(bytes instanceof MemoryBytes) || bytes.content === undefined) {
    return null;
  }
  return dataUrlOf(image.file.mediaType, bytes.content);
}
