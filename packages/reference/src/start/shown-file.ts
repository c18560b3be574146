import type { capillary } from "@image-apis/types";
import type { DescribedApi } from "./described.ts";

/** A customer's image as the documents show it; `undefined` where they show none. */
export function shownCustomerFile({
  getCustomer,
  addCustomerImage,
}: DescribedApi<capillary.operations>) {
  const listed = getCustomer?.shown().customerImage?.[0]?.file;
  return listed ?? addCustomerImage?.shown().data[0]?.file;
}
