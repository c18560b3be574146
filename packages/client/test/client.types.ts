/** Compiled, never run: what the clients accept and refuse. */
import {
  type ApiError,
  appToken,
  basicAuth,
  bearer,
  createCapillaryClient,
  createSuperOfficeClient,
  oauth,
  oauthToken,
  soTicket,
  VendorError,
} from "../src/index.ts";

const files = [new File(["…"], "front.png")];
const image = new Blob(["…"]);
const till = basicAuth({ username: "till", passwordMd5: "0123456789abcdef" });
const user = basicAuth({ username: "user", password: "password" });

// Credentials fit their vendor only.
export const capillary = createCapillaryClient({ host: "eu.api.capillarytech.com", auth: till });
export const superoffice = createSuperOfficeClient({
  tenant: "Cust1",
  auth: [soTicket("7T:EXAMPLE"), appToken("APP")],
});
createCapillaryClient({ auth: oauthToken(async () => "token") });
createSuperOfficeClient({ baseUrl: "http://127.0.0.1:4010", auth: user });
// @ts-expect-error Capillary wants the MD5 digest
createCapillaryClient({ auth: user });
// @ts-expect-error a SuperID token is not Capillary's
createCapillaryClient({ auth: bearer("8A:EXAMPLE") });
// @ts-expect-error nor a till SuperOffice's
createSuperOfficeClient({ tenant: "Cust1", auth: till });
// @ts-expect-error one or the other
createCapillaryClient({ host: "api.example", baseUrl: "http://127.0.0.1:4010" });
// @ts-expect-error a tenant is needed
createSuperOfficeClient({ env: "sod" });
// @ts-expect-error misspelt
createCapillaryClient({ hots: "api.example" });
// @ts-expect-error enforce or off
createCapillaryClient({ limits: "on" });

// @ts-expect-error a logger has a warn
createCapillaryClient({ logger: { debug: console.debug } });
// @ts-expect-error attempt
createCapillaryClient({ timeouts: { attemp: 1 } });
// @ts-expect-error SuperOffice has no such OAuth
createSuperOfficeClient({ tenant: "Cust1", auth: oauth({ key: "k", secret: "s" }) });
createCapillaryClient({
  auth: oauth({ key: "k", secret: "s" }),
  logger: console,
  limits: "warn",
  maxRetries: 0,
  timeouts: { attempt: 1, total: undefined },
  middleware: async (request, next) => next(request),
});

// Misspelt options do not compile, whatever else is given.
// @ts-expect-error customerId
capillary.addCustomerImage({ customerID: 1, files });
// @ts-expect-error files
capillary.addCustomerImage({ customerId: 1, file: files });
// @ts-expect-error headers
capillary.addCustomerImage({ customerId: 1, files, heders: {} });
// @ts-expect-error entityType
capillary.addCustomerImage({ customerId: 1, files, attribution: { entitytype: "TILL" } });
// @ts-expect-error imageIds
capillary.deleteCustomerImage({ customerId: 1, image_ids: [1] });
// @ts-expect-error a list
capillary.deleteCustomerImage({ customerId: 1, imageIds: 1 });
// @ts-expect-error a documented source
capillary.getCustomer({ customerId: 1, source: "SHOP" });
// @ts-expect-error the source is required
capillary.getCustomer({ customerId: 1 });
const registered = { source: "INSTORE", identifierValue: "1", files } as const;
// @ts-expect-error a documented identifier
capillary.addCustomerImageByIdentifier({ ...registered, identifierName: "id" });
// @ts-expect-error lookup is for customers
capillary.uploadRewardsFile({ fileName: "a.png", attribution: { lookup: "x" } });
// @ts-expect-error an image or bytes
capillary.uploadRewardsFile({ fileName: "a.txt", mediaType: "text/plain" });
// @ts-expect-error a path is not a file
capillary.addCustomerImage({ customerId: 1, files: ["front.png"] });
// @ts-expect-error a stream needs its size
capillary.addCustomerImage({ customerId: 1, files: [{ stream: image.stream() }] });
// @ts-expect-error nothing is uploaded
capillary.getCustomer({ customerId: 1, source: "INSTORE", onProgress: () => {} });
// @ts-expect-error one of the four, or a form
superoffice.savePersonImage({ personId: 1, image, mediaType: "image/webp" });
// @ts-expect-error no patch type
superoffice.savePersonImage({ personId: 1, image, accept: "application/merge-patch" });
// @ts-expect-error JPEG, PNG or GIF
superoffice.getPersonImage({ personId: 1, type: "TIFF" });
// @ts-expect-error no language where none is documented
superoffice.deletePersonImage({ personId: 1, soLanguage: "en" });
// @ts-expect-error no such operation
superoffice.putPersonImage({ personId: 1 });

// Undefined may stand for an option that is left out.
capillary.getCustomer({
  customerId: 1n,
  source: "INSTORE",
  accountId: undefined,
  embed: undefined,
  headers: undefined,
  signal: undefined,
  attribution: undefined,
});

// Answers have the types of the wire.
export async function answers() {
  const added = await capillary.addCustomerImage({ customerId: 1, files });
  const size: string | undefined = added.data[0]?.file.fileSize;
  const status: "true" | "false" | undefined = added.data[0]?.status;
  const id: number = await superoffice.savePersonImage({ personId: 1, image });
  const stored: Blob = await superoffice.getPersonImage({ personId: 1 });
  // @ts-expect-error a size is a text on the wire
  const number: number | undefined = added.data[0]?.file.fileSize;
  return [size, status, id, stored, number];
}

export const code = (error: ApiError): number | undefined => error.code;

// The codes of an error are those documented for its operation.
export async function codes() {
  const { data, error } = await capillary.addCustomerImage({ customerId: 1, files }).result();
  if (error === undefined) return data.data;
  const known: 8015 | 8082 | 8083 | 8084 | undefined = error.code;
  // @ts-expect-error getCustomer's, not addCustomerImage's
  if (error.code === 8016) return undefined;
  if (error instanceof VendorError) return error.errors.map(({ message }) => message);
  const saved = await superoffice.savePersonImage({ personId: 1, image }).result();
  // SuperOffice publishes no codes.
  const none: undefined = saved.error?.code;
  return none ?? known;
}

export async function response() {
  const { data, response } = await superoffice.getPersonImage({ personId: 1 }).withResponse();
  const bytes: Blob = data;
  return [bytes, response.status];
}
