/** Compiled, never run: what an operation of the reference may answer. */
import type { capillary, Handlers, superoffice } from "@image-apis/types";
import {
  type CapillaryContext,
  capillaryOperations,
  type ReferenceOperation,
  type ReferenceOperations,
  type StoredFile,
  type SuperofficeContext,
  superofficeOperations,
} from "../src/index.ts";

type Capillary = capillary.operations;
type Superoffice = superoffice.operations;

/** The handlers of the reference are those of a server of the document. */
export const handlers = (context: CapillaryContext): Handlers<Capillary, StoredFile> => ({
  addCustomerImage: capillaryOperations.addCustomerImage(context).handle,
  addCustomerImageByIdentifier: capillaryOperations.addCustomerImageByIdentifier(context).handle,
  deleteCustomerImage: capillaryOperations.deleteCustomerImage(context).handle,
  getCustomer: capillaryOperations.getCustomer(context).handle,
  uploadRewardsFile: capillaryOperations.uploadRewardsFile(context).handle,
  generateToken: capillaryOperations.generateToken(context).handle,
});

export const remove: ReferenceOperation<Superoffice["deletePersonImage"]> = {
  handle: async () => ({ status: 204 }),
};

export const undocumentedStatus: ReferenceOperation<Superoffice["deletePersonImage"]> = {
  // @ts-expect-error The status is not documented.
  handle: async () => ({ status: 202 }),
};

export const undocumentedBody: ReferenceOperation<Superoffice["savePersonImage"]> = {
  // @ts-expect-error A success is a number.
  handle: async () => ({ status: 200, mediaType: "application/json", body: "167" }),
};

export const undocumentedMediaType: ReferenceOperation<Superoffice["getPersonImage"]> = {
  // @ts-expect-error No response is of this media type.
  handle: async () => ({ status: 200, mediaType: "image/webp", body: new Uint8Array() }),
};

export const undocumentedParameter: ReferenceOperation<Superoffice["getPersonImage"]> = {
  // @ts-expect-error The parameter is not documented.
  handle: async ({ query }) => ({ status: 200, mediaType: "image/png", body: query.width }),
};

export const optionalBody: ReferenceOperation<Capillary["uploadRewardsFile"]> = {
  // @ts-expect-error The body may be left out.
  handle: async ({ body }) => ({ status: 400, body: { data: [body.content.size] } }),
};

// @ts-expect-error Three operations are missing.
export const incomplete: ReferenceOperations<Superoffice, SuperofficeContext> = {
  deletePersonImage: superofficeOperations.deletePersonImage,
};
