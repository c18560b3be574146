import type { capillary } from "@image-apis/types";
import { customerFiles } from "../handlers/capillary/customer-file.ts";
import type { ReferenceContext } from "../handlers/context.ts";
import type { ZonedText } from "../handlers/zoned-text.ts";
import type { Customer, CustomerImage } from "../store/records.ts";
import type { DescribedApi } from "./described.ts";
import type { CustomerSeed } from "./seed.ts";
import { shownCustomerFile } from "./shown-file.ts";

type Api = DescribedApi<capillary.operations>;
type Shown = capillary.components["schemas"]["CustomerImageFile"];
type Context = Pick<ReferenceContext, "now" | "newId" | "organisation"> & { times: ZonedText };

/**
 * The customers of a seed.
 *
 * @throws Error for more images than a customer can have, or a size that no upload can have.
 */
export function seededCustomers(api: Api, context: Context, seeds: readonly CustomerSeed[]) {
  return seeds.map((seed): Customer => {
    requireWithinLimits(api, seed);
    const { id, identifiers = {}, images = [], samples = false } = seed;
    const sizes = images.map(({ fileSize }) => fileSize);
    return customerOf(api, context, { id: String(id), identifiers, sizes, hasSamples: samples });
  });
}

/** Every customer that a documented call names, with the images that the documents show or presume. */
export function documentedCustomers(api: Api, context: Context): Customer[] {
  const shown = api.getCustomer?.shown();
  const shownImages = shown?.customerImage ?? [];
  const size = Number(shownImages[0]?.file.fileSize ?? 0);
  return [...documentedCounts(api)].map(([id, count]) => {
    const sizes = Array.from({ length: count }, () => size);
    const customer = { id, identifiers: {}, sizes, hasSamples: true };
    if (id !== String(shown?.id)) return customerOf(api, context, customer);
    const images = shownImages.map(({ file }) => sampleOf(file, context));
    return { id, identifiers: documentedIdentifiers(api), images, hasSamples: true };
  });
}

function sampleOf(file: Shown, { times }: Context): CustomerImage {
  return {
    handle: file.fileHandle,
    token: file.s3Token,
    version: file.version,
    modified: times.read(file.lastModified),
    size: Number(file.fileSize),
    file: undefined,
  };
}

function customerOf(
  api: Api,
  { times, now, newId, organisation }: Context,
  { sizes, ...customer }: Omit<Customer, "images"> & { sizes: readonly number[] },
): Customer {
  const shown = shownCustomerFile(api);
  if (shown === undefined) return { ...customer, images: [] };
  const { token } = customerFiles(shown, times, organisation);
  const images = sizes.map(
    (size): CustomerImage => ({
      handle: newId(),
      token: token(customer.id, newId()),
      version: 1,
      modified: now(),
      size,
      file: undefined,
    }),
  );
  return { ...customer, images };
}

/** Every customer that a documented call names, and how many images a documented delete needs. */
function documentedCounts(api: Api): Map<string, number> {
  const counts = new Map<string, number>();
  const operations = [api.addCustomerImage, api.getCustomer, api.deleteCustomerImage];
  for (const { request } of operations.flatMap((it) => it?.usualExchanges ?? [])) {
    const id = String(request.path.customerId);
    const indexes = [request.query.image_ids ?? []].flat().map(Number);
    counts.set(id, Math.max(counts.get(id) ?? 0, ...indexes.map((index) => index + 1)));
  }
  return counts;
}

function documentedIdentifiers(api: Api): Record<string, string> {
  const exchanges = api.addCustomerImageByIdentifier?.usualExchanges ?? [];
  return Object.fromEntries(
    exchanges.map(({ request: { query } }) => [
      String(query.identifierName),
      String(query.identifierValue),
    ]),
  );
}

function requireWithinLimits({ addCustomerImage }: Api, { id, images = [] }: CustomerSeed): void {
  const { maxFiles, minBytes = 1, maxBytes } = addCustomerImage?.limits ?? {};
  if (maxFiles !== undefined && images.length > maxFiles) {
    throw new Error(
      `The seed gives customer ${id} ${images.length} images; at most ${maxFiles} are allowed.`,
    );
  }
  const most = maxBytes ?? Number.MAX_SAFE_INTEGER;
  const wrong = images.find(({ fileSize }) => fileSize < minBytes || fileSize > most);
  if (wrong !== undefined) {
    throw new Error(
      `The seed gives customer ${id} an image of ${wrong.fileSize} bytes; it must have ${minBytes} to ${most}.`,
    );
  }
}
