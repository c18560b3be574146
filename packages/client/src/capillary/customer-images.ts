import type { errorCodes, operations, Uploadable } from "@image-apis/types/capillary";
import { file, index, int64, list, text } from "../call/arguments.ts";
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
        const query = {
          source: text("source", source),
          accountId,
          identifierName: text("identifierName", identifierName),
          identifierValue: text("identifierValue", identifierValue),
        };
        return { query, header: attributionHeaders(attribution), ...form(files) };
      }),

    deleteCustomerImage: (options) =>
      call("deleteCustomerImage", options, () => {
        const { customerId, imageIds, attribution } = options;
        const path = { customerId: int64("customerId", customerId) };
        const query = { image_ids: list("imageIds", imageIds, index) };
        const breach = imageIds.length === 0 ? noImageSelected : undefined;
        return { path, query, header: attributionHeaders(attribution), breach };
      }),

    getCustomer: (options) =>
      call("getCustomer", options, () => {
        const { customerId, embed, source, accountId, attribution } = options;
        const path = { customerId: int64("customerId", customerId) };
        const query = { embed, source, accountId };
        const breach = source === undefined ? missingSource : undefined;
        return { path, query, header: attributionHeaders(attribution), breach };
      }),
  };
}

const noImageSelected = {
  argument: "imageIds",
  condition: "no-image-selected",
  complaint: "is empty",
};

const missingSource = { argument: "source", condition: "missing-source", complaint: "is missing" };

function form(files: readonly Uploadable[]) {
  const content = { file: list("files", files, file) };
  return {
    body: { mediaType: "multipart/form-data" as const, content },
    bodyArgument: "files",
  };
}
