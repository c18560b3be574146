import type { ContractOperation } from "@image-apis/http-contract";
import { type Fixture, fixture, fixtureNames } from "@image-apis/spec";

/** The image that answers for each media type of an operation's binary responses. */
export type ImagesByMediaType = ReadonlyMap<string, Fixture>;

/**
 * Chooses the image of each binary response: the one of the operation's exchanges, else any fixture of that
 * media type.
 *
 * @throws Error where no fixture has a documented media type.
 */
export function documentedImages({
  operation,
  exchanges,
  binaryTypes,
}: ContractOperation): ImagesByMediaType {
  return new Map(
    [...binaryTypes].map((mediaType) => {
      const shown = exchanges.find((it) => it.response.mediaType === mediaType)?.response.fixture;
      const image = shown === undefined ? anyFixture(mediaType) : fixture(shown);
      if (image === undefined) {
        throw new Error(
          `${operation.operationId} answers with ${mediaType}, of which there is no fixture. Add one to spec/fixtures.`,
        );
      }
      return [mediaType, image];
    }),
  );
}

function anyFixture(mediaType: string): Fixture | undefined {
  for (const name of fixtureNames()) {
    const candidate = fixture(name);
    if (candidate.mediaType === mediaType) return candidate;
  }
  return undefined;
}
