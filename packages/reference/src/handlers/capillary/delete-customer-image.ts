import type { Customer } from "../../store/records.ts";
import type { ReferenceOperation, RequestHead } from "../handler.ts";
import type { CapillaryContext, Operations } from "./context.ts";
import { customerById, unknownCustomer } from "./customer.ts";

type Delete = Operations["deleteCustomerImage"];

/** Deletes images by index. All indexes are positions of the same moment; those behind them move up. */
export function deleteCustomerImage(context: CapillaryContext): ReferenceOperation<Delete> {
  const documented = context.documented("deleteCustomerImage");
  const refusalOf = (customer: Customer | undefined, { query }: RequestHead<Delete>) => {
    if (customer === undefined) return documented.refusal(...unknownCustomer);
    const { id, images } = customer;
    const missing = query.image_ids.find((index) => index >= images.length);
    if (missing === undefined) return undefined;
    return documented.refusal(
      ["no-image-selected"],
      `Customer ${id} has ${images.length} images; there is none at index ${missing}.`,
    );
  };
  return {
    missing: async (rows, request) => refusalOf(await customerById(rows, request), request),
    handle: (request) =>
      context.store.write(async (rows) => {
        const customer = await customerById(rows, request);
        const refusal = refusalOf(customer, request);
        if (customer === undefined || refusal !== undefined) {
          return refusal ?? documented.refusal(...unknownCustomer);
        }
        const indexes = new Set(request.query.image_ids);
        const images = customer.images.filter((_, index) => !indexes.has(index));
        await rows.putCustomer({ ...customer, images, hasSamples: false });
        return { status: 200, body: documented.shown() };
      }),
  };
}
