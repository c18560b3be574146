import { VendorError } from "@image-apis/client/capillary";

/** Your code: removes images, and says in one sentence how that went. */
export async function removeImages(capillary, customerId, imageIds) {
  try {
    await capillary.deleteCustomerImage({ customerId, imageIds });
    return "Removed.";
  } catch (error) {
    if (error instanceof VendorError && error.code === 8078) return "There is no such image.";
    throw error;
  }
}
