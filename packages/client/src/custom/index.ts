export {
  type CapillaryConversionOptions,
  customer,
  customerBody,
  customerImagesAdded,
  customerImagesAddedBody,
  customerImagesDeleted,
  customerImagesDeletedBody,
  rewardsFileStored,
  rewardsFileStoredBody,
} from "./capillary.ts";
export type * from "./capillary-values.ts";
export { type CustomerImageName, customerImageName } from "./image-name.ts";
export { hasExpired, type SignedLink } from "./signed-link.ts";
export {
  type ImageInfo,
  imageInfo,
  imageInfoBody,
  type SuperOfficeConversionOptions,
} from "./superoffice.ts";
export { capillaryZone, type Zone } from "./zone.ts";
