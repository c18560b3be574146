import type { Customer } from "../../store/records.ts";
import type { ReferenceOperation } from "../handler.ts";
import { addressOf, type CapillaryContext, type Operations } from "./context.ts";
import { customerById, unknownCustomer } from "./customer.ts";
import { customerFiles } from "./customer-file.ts";

type Get = Operations["getCustomer"];

/** Shows a customer, with the images where `embed` asks for them. */
export function getCustomer(context: CapillaryContext): ReferenceOperation<Get> {
  const documented = context.documented("getCustomer");
  return {
    missing: async (rows, request) =>
      (await customerById(rows, request)) === undefined
        ? documented.refusal(...unknownCustomer)
        : undefined,
    async handle(request) {
      const customer = await context.store.read((rows) => customerById(rows, request));
      if (customer === undefined) return documented.refusal(...unknownCustomer);
      const { customerImage: [shown] = [], ...others } = documented.shown();
      const body = { ...others, id: request.path.customerId };
      const isAsked = request.query.embed?.split(",").includes("CUSTOMERIMAGE") ?? false;
      if (!isAsked) return { status: 200, body };
      if (shown === undefined) throw new Error("The document shows no image of a customer.");
      return { status: 200, body: { ...body, customerImage: imagesOf(context, customer, shown) } };
    },
  };
}

type Shown = NonNullable<
  Extract<Get["responses"][200], object>["content"]["application/json"]["customerImage"]
>[number];

function imagesOf(context: CapillaryContext, { id, images }: Customer, shown: Shown): Shown[] {
  const { write } = customerFiles(shown.file, context.times, context.organisation);
  return images.map((image, index) => {
    const address = addressOf(context, image, shown.filePath ?? "", shown.file.s3Token);
    const file = write(id, image, index);
    return { ...shown, file, filePath: address, secureFilePath: address };
  });
}
