import { type Exchange, fixture, fixtureMediaType, fixtureNames } from "@image-apis/spec";

/**
 * The picture in place of one that is not there: that of the exchanges in the first of some media types that the
 * client accepts, else any fixture of that type.
 *
 * @throws Error where there is none of any of these types.
 */
export function standIn<MediaType extends string>(
  { exchanges }: { exchanges: readonly Exchange[] },
  offered: readonly MediaType[],
  accepts: (mediaType: string) => boolean,
): { mediaType: MediaType; bytes: Uint8Array } {
  for (const mediaType of [...offered.filter(accepts), ...offered]) {
    const shown = exchanges.find(({ response }) => response.mediaType === mediaType);
    const name = shown?.response.fixture ?? anyFixture(mediaType);
    if (name !== undefined) return { mediaType, bytes: fixture(name).bytes };
  }
  throw new Error(`There is no fixture of any of ${offered.join(", ")}. Add one to spec/fixtures.`);
}

function anyFixture(mediaType: string): string | undefined {
  return fixtureNames().find((it) => fixtureMediaType(it) === mediaType);
}
