import type { components } from "@image-apis/types/superoffice";
import { fieldsOf, type With } from "./conversion.ts";
import { instant } from "./instant.ts";
import type { Zone } from "./zone.ts";

type Wire = components["schemas"]["ImageInfo"];

export type ImageInfo = With<Wire, { CreatedDate: Date; UpdatedDate: Date }>;

/** How the dates of a SuperOffice answer are read. */
export interface SuperOfficeConversionOptions {
  /** The zone of a date that names none, against its documented form; without it such a date is an error. */
  zone?: Zone | undefined;
}

/** The answer of `getPersonImageInfo`, with dates. */
export function imageInfo(body: Wire, { zone }: SuperOfficeConversionOptions = {}): ImageInfo {
  return conversion(zone).read(body, "");
}

/** The wire body again; its dates are in UTC. */
export function imageInfoBody(value: ImageInfo): Wire {
  return conversion(undefined).write(value, "");
}

const conversion = (zone: Zone | undefined) =>
  fieldsOf<Wire>()({ CreatedDate: instant(zone), UpdatedDate: instant(zone) });
