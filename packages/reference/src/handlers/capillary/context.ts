import type { capillary } from "@image-apis/types";
import type { CustomerImage, RewardsUpload } from "../../store/records.ts";
import type { ReferenceContext } from "../context.ts";
import type { Documented } from "../handler.ts";
import type { ZonedText } from "../zoned-text.ts";

export type Operations = capillary.operations;

/** What the handlers of this API work with. */
export interface CapillaryContext extends ReferenceContext {
  readonly documented: <Id extends keyof Operations>(id: Id) => Documented<Operations[Id]>;
  /** How times without a zone are written. */
  readonly times: ZonedText;
}

/** An address of a file; without signing, the documented one with the file's token in place of the documented. */
export function addressOf(
  { signedAddress }: ReferenceContext,
  file: CustomerImage | RewardsUpload,
  shown: string,
  shownToken: string,
): string {
  return signedAddress?.(file) ?? shown.replaceAll(shownToken, () => file.token);
}
