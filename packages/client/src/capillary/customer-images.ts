import type { operations, Uploadable } from "@image-apis/types/capillary";
import { file, int32, int64 } from "../call/arguments.ts";
import type { Caller } from "../call/caller.ts";
import { attributionHeaders } from "./attribution.ts";
import type { CapillaryOperations } from "./operations.ts";

type CustomerImageOperation =
  | "addCustomerImage"
  | "addCustomerImageByIdentifier"
  | "deleteCustomerImage"
  | "getCustomer";

/** The operations on the images of a customer. */
export function customerImages(
  call: Caller<operations>,
): Pick<CapillaryOperations, CustomerImageOperation> {
  return {
    async addCustomerImage({ customerId, files, attribution, ...options }) {
      const path = { customerId: int64("customerId", customerId) };
      const header = attributionHeaders(attribution);
      return call("addCustomerImage", { path, header, ...form(files) }, options);
    },

    async addCustomerImageByIdentifier(options) {
      const { source, accountId, identifierName, identifierValue, files, attribution } = options;
      const query = { source, accountId, identifierName, identifierValue };
      const header = attributionHeaders(attribution);
      return call("addCustomerImageByIdentifier", { query, header, ...form(files) }, options);
    },

    async deleteCustomerImage({ customerId, imageIds, attribution, ...options }) {
      const path = { customerId: int64("customerId", customerId) };
      const query = { image_ids: imageIds.map((id, index) => int32(`imageIds[${index}]`, id)) };
      const header = attributionHeaders(attribution);
      const breach = imageIds.length === 0 ? noImageSelected : undefined;
      return call("deleteCustomerImage", { path, query, header, breach }, options);
    },

    async getCustomer({ customerId, embed, source, accountId, attribution, ...options }) {
      const path = { customerId: int64("customerId", customerId) };
      const query = { embed, source, accountId };
      const header = attributionHeaders(attribution);
      return call("getCustomer", { path, query, header }, options);
    },
  };
}

const noImageSelected = {
  argument: "imageIds",
  condition: "no-image-selected",
  complaint: "is empty",
};

function form(files: readonly Uploadable[]) {
  const content = { file: files.map((value, index) => file(`files[${index}]`, value)) };
  return {
    body: { mediaType: "multipart/form-data" as const, content },
    bodyArgument: "files",
  };
}
