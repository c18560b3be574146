import { bodyLimits } from "@image-apis/spec";
import { usualExchanges } from "./documented-start.ts";
import type { DocumentedStart } from "./resource.ts";

/** A customer in a seed; `images` have a size alone. */
export interface CustomerSeed {
  id: number;
  identifiers?: Record<string, string>;
  images?: { fileSize: number }[];
}

/** @throws Error for more images than a customer can have, or a size that no upload can have. */
export function requireWithinLimits(
  documents: DocumentedStart,
  { id, images = [] }: CustomerSeed,
): void {
  const { document, operation } = documents.operation("addCustomerImage");
  const [media] = Object.values(operation.requestBody?.content ?? {});
  const [limits = {}] = Object.values(media === undefined ? {} : bodyLimits(document, media));
  const { maxFiles = images.length, minBytes = 1, maxBytes = Number.MAX_SAFE_INTEGER } = limits;
  if (images.length > maxFiles) {
    throw new Error(
      `The seed gives customer ${id} ${images.length} images; at most ${maxFiles} are allowed.`,
    );
  }
  const wrong = images.find(({ fileSize }) => fileSize < minBytes || fileSize > maxBytes);
  if (wrong !== undefined) {
    throw new Error(
      `The seed gives customer ${id} an image of ${wrong.fileSize} bytes; it must have ${minBytes} to ${maxBytes}.`,
    );
  }
}

/** Every customer that a documented call names, and how many images a documented delete needs. */
export function documentedCustomers(documents: DocumentedStart): Map<string, number> {
  const counts = new Map<string, number>();
  for (const operationId of ["addCustomerImage", "getCustomer", "deleteCustomerImage"]) {
    for (const { request } of usualExchanges(documents.operation(operationId))) {
      const id = String(request.path.customerId);
      const indexes = [request.query.image_ids ?? []].flat().map(Number);
      counts.set(id, Math.max(counts.get(id) ?? 0, ...indexes.map((index) => index + 1)));
    }
  }
  return counts;
}
