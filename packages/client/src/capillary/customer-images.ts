import type { errorCodes, operations, Uploadable } from "@image-apis/types/capillary";
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
  call: Caller<operations, typeof errorCodes>,
): Pick<CapillaryOperations, CustomerImageOperation> {
  return {
    addCustomerImage: (options) =>
      call("addCustomerImage", options, () => {
        const { customerId, files, attribution } = options;
        const path = { customerId: int64("customerId", customerId) };
        return { path, header: attributionHeaders(attribution), ...form(files) };
      }),

    addCustomerImageByIdentifier: (options) =>
      call("addCustomerImageByIdentifier", options, () => {
        const { source, accountId, identifierName, identifierValue, files, attribution } = options;
        const query = { source, accountId, identifierName, identifierValue };
        return { query, header: attributionHeaders(attribution), ...form(files) };
      }),

    deleteCustomerImage: (options) =>
      call("deleteCustomerImage", options, () => {
        const { customerId, imageIds, attribution } = options;
        const path = { customerId: int64("customerId", customerId) };
        const query = { image_ids: imageIds.map((id, index) => int32(`imageIds[${index}]`, id)) };
        const breach = imageIds.length === 0 ? noImageSelected : undefined;
        return { path, query, header: attributionHeaders(attribution), breach };
      }),

    getCustomer: (options) =>
      call("getCustomer", options, () => {
        const { customerId, embed, source, accountId, attribution } = options;
        const path = { customerId: int64("customerId", customerId) };
        const query = { embed, source, accountId };
        return { path, query, header: attributionHeaders(attribution) };
      }),
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
