import { fixture } from "@image-apis/spec";

/** A fixture as a file a caller would have. */
export function fixtureFile(name: string): File {
  const { bytes, mediaType } = fixture(name);
  return new File([bytes], name, { type: mediaType });
}
