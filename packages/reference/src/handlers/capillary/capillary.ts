import type { ReferenceOperations } from "../handler.ts";
import { addCustomerImage, addCustomerImageByIdentifier } from "./add-customer-image.ts";
import type { CapillaryContext, Operations } from "./context.ts";
import { deleteCustomerImage } from "./delete-customer-image.ts";
import { generateToken } from "./generate-token.ts";
import { getCustomer } from "./get-customer.ts";
import { uploadRewardsFile } from "./upload-rewards-file.ts";

/** What the operations of `capillary` do. */
export const capillaryOperations: ReferenceOperations<Operations, CapillaryContext> = {
  addCustomerImage,
  addCustomerImageByIdentifier,
  deleteCustomerImage,
  getCustomer,
  uploadRewardsFile,
  generateToken,
};
