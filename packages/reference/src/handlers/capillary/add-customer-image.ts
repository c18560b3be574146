import type { StoredFile } from "../../store/files.ts";
import type { Customer, CustomerImage } from "../../store/records.ts";
import type { Rows } from "../../store/store.ts";
import type { Documented, ReferenceOperation, ReferenceResponse } from "../handler.ts";
import type { CapillaryContext, Operations } from "./context.ts";
import { customerById, customerByIdentifier, unknownCustomer } from "./customer.ts";
import { customerFiles } from "./customer-file.ts";

type Add = Operations["addCustomerImage"];

/** Adds images to the customer of an id. */
export function addCustomerImage(context: CapillaryContext): ReferenceOperation<Add> {
  const documented = context.documented("addCustomerImage");
  return {
    stores: "customer-image",
    missing: async (rows, request) => refusalOf(documented, await customerById(rows, request)),
    handle: (request) =>
      addImages(context, documented, request.body.content.file, (rows) =>
        customerById(rows, request),
      ),
  };
}

/** Adds images to the customer of an identifier. */
export function addCustomerImageByIdentifier(
  context: CapillaryContext,
): ReferenceOperation<Operations["addCustomerImageByIdentifier"]> {
  const documented = context.documented("addCustomerImageByIdentifier");
  return {
    stores: "customer-image",
    missing: async (rows, request) =>
      refusalOf(documented, await customerByIdentifier(rows, request)),
    handle: (request) =>
      addImages(context, documented, request.body.content.file, (rows) =>
        customerByIdentifier(rows, request),
      ),
  };
}

function refusalOf(documented: Documented<Add>, customer: Customer | undefined) {
  return customer === undefined ? documented.refusal(...unknownCustomer) : undefined;
}

/** Adds files behind a customer's images: all or none, in their order. Samples give way to the first ones. */
function addImages(
  { store, now, newId, organisation, times }: CapillaryContext,
  documented: Documented<Add>,
  files: readonly StoredFile[],
  find: (rows: Rows) => Promise<Customer | undefined>,
): Promise<ReferenceResponse<Add>> {
  const shown = documented.shown();
  const [shownItem] = shown.data;
  if (shownItem?.file === undefined) throw new Error("The document shows no stored image.");
  const { token, write } = customerFiles(shownItem.file, times, organisation);
  const modified = now();
  return store.write(async (rows) => {
    const customer = await find(rows);
    if (customer === undefined) return documented.refusal(...unknownCustomer);
    const kept = customer.hasSamples ? [] : customer.images;
    const { maxFiles: most = Number.POSITIVE_INFINITY } = documented.limits;
    if (kept.length + files.length > most) {
      return documented.refusal(
        ["too-many-images"],
        `Customer ${customer.id} has ${kept.length} images, and ${most} at most; ${files.length} came.`,
      );
    }
    const added = files.map(
      (file): CustomerImage => ({
        handle: newId(),
        token: token(customer.id, newId()),
        version: 1,
        modified,
        size: file.size,
        file,
      }),
    );
    await rows.putCustomer({ ...customer, images: [...kept, ...added], hasSamples: false });
    const data = added.map((image, at) => ({
      ...shownItem,
      file: write(customer.id, image, kept.length + at),
    }));
    return { status: 200, body: { ...shown, data } };
  });
}
