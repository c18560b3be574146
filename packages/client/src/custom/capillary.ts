import type { components } from "@image-apis/types/capillary";
import * as conversions from "./capillary-conversions.ts";
import type {
  Customer,
  CustomerImagesAdded,
  CustomerImagesDeleted,
  RewardsFileStored,
} from "./capillary-values.ts";
import { capillaryZone, type Zone } from "./zone.ts";

type Wire = components["schemas"];

/** How the dates of a Capillary answer are read and written. */
export interface CapillaryConversionOptions {
  /** The zone of dates that name none; by default `capillaryZone`, where the evidence stands. */
  zone?: Zone | undefined;
}

/** The answer of `addCustomerImage` and `addCustomerImageByIdentifier`, in numbers, booleans and dates. */
export function customerImagesAdded(
  body: Wire["CustomerImagesAdded"],
  { zone = capillaryZone }: CapillaryConversionOptions = {},
): CustomerImagesAdded {
  return conversions.customerImagesAdded(zone).read(body, "");
}

/** The wire body again. */
export function customerImagesAddedBody(
  value: CustomerImagesAdded,
  { zone = capillaryZone }: CapillaryConversionOptions = {},
): Wire["CustomerImagesAdded"] {
  return conversions.customerImagesAdded(zone).write(value, "");
}

/** The answer of `deleteCustomerImage`, with booleans. */
export function customerImagesDeleted(body: Wire["CustomerImagesDeleted"]): CustomerImagesDeleted {
  return conversions.customerImagesDeleted.read(body, "");
}

/** The wire body again. */
export function customerImagesDeletedBody(
  value: CustomerImagesDeleted,
): Wire["CustomerImagesDeleted"] {
  return conversions.customerImagesDeleted.write(value, "");
}

/** The answer of `getCustomer`: its images in numbers, booleans, dates and links, the rest as it came. */
export function customer(
  body: Wire["Customer"],
  { zone = capillaryZone }: CapillaryConversionOptions = {},
): Customer {
  return conversions.customer(zone).read(body, "");
}

/** The wire body again. */
export function customerBody(
  value: Customer,
  { zone = capillaryZone }: CapillaryConversionOptions = {},
): Wire["Customer"] {
  return conversions.customer(zone).write(value, "");
}

/** The answer of `uploadRewardsFile`, in numbers, booleans, dates and links. */
export function rewardsFileStored(
  body: Wire["RewardsFileStored"],
  { zone = capillaryZone }: CapillaryConversionOptions = {},
): RewardsFileStored {
  return conversions.rewardsFileStored(zone).read(body, "");
}

/** The wire body again. */
export function rewardsFileStoredBody(
  value: RewardsFileStored,
  { zone = capillaryZone }: CapillaryConversionOptions = {},
): Wire["RewardsFileStored"] {
  return conversions.rewardsFileStored(zone).write(value, "");
}
