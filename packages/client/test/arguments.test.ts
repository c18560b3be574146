import { expect, test } from "vitest";
import {
  type CapillaryClient,
  createCapillaryClient,
  createSuperOfficeClient,
  type SuperOfficeClient,
  type Uploadable,
} from "../src/index.ts";
import { fixtureFile } from "./files.ts";

// Every check holds with limits off too: these requests would not mean what they say.
const nowhere = {
  baseUrl: "http://127.0.0.1:9",
  limits: "off" as const,
  fetch: async (): Promise<Response> => {
    throw new Error("A request was sent.");
  },
};
const capillary = createCapillaryClient(nowhere);
const superoffice = createSuperOfficeClient(nowhere);

test.each<[message: string, call: (client: CapillaryClient) => Promise<unknown>]>([
  [
    "customerId: 9007199254740992 is not an exact 64-bit whole number. Beyond 9007199254740991 pass a bigint.",
    (client) => client.getCustomer({ customerId: 2 ** 53, source: "INSTORE" }),
  ],
  [
    "customerId: 9223372036854775808 is not an exact 64-bit whole number.",
    (client) => client.addCustomerImage({ customerId: 2n ** 63n, files: [] }),
  ],
  [
    "customerId: NaN is not",
    (client) => client.deleteCustomerImage({ customerId: Number.NaN, imageIds: [0] }),
  ],
  [
    "imageIds[1]: 1.5 is not a 32-bit whole number.",
    (client) => client.deleteCustomerImage({ customerId: 1, imageIds: [0, 1.5] }),
  ],
  [
    "imageIds[0]: 1e+21 is not a 32-bit whole number.",
    (client) => client.deleteCustomerImage({ customerId: 1, imageIds: [1e21] }),
  ],
  [
    "imageIds[0]: null is not a 32-bit whole number.",
    (client) =>
      client.deleteCustomerImage({ customerId: 1, imageIds: [null as unknown as number] }),
  ],
  ['fileName: "" cannot be a segment', (client) => client.uploadRewardsFile({ fileName: "" })],
  ['fileName: "." cannot be a segment', (client) => client.uploadRewardsFile({ fileName: "." })],
  [
    'fileName: ".." cannot be a segment of the path; it would address something else.',
    (client) => client.uploadRewardsFile({ fileName: ".." }),
  ],
  [
    "fileName: undefined cannot be a segment",
    (client) => client.uploadRewardsFile({} as { fileName: string }),
  ],
  [
    "files[1]: pass a File, a Blob, a Uint8Array, an ArrayBuffer, or a stream with its size.",
    (client) =>
      client.addCustomerImage({
        customerId: 1,
        files: [fixtureFile("front.png"), "side.png" as unknown as Uploadable],
      }),
  ],
])("Capillary: %s", async (message, call) => {
  await expect(call(capillary)).rejects.toThrow(message);
});

test.each<[message: string, call: (client: SuperOfficeClient) => Promise<unknown>]>([
  [
    "personId: 2147483648 is not a 32-bit whole number.",
    (client) => client.deletePersonImage({ personId: 2 ** 31 }),
  ],
  [
    "width: 0.5 is not a 32-bit whole number.",
    (client) => client.getPersonImage({ personId: 1, width: 0.5 }),
  ],
  [
    "image: pass a File, a Blob, a Uint8Array, an ArrayBuffer, or a stream with its size.",
    (client) =>
      client.savePersonImage({ personId: 1, image: "front.png" as unknown as Uploadable }),
  ],
])("SuperOffice: %s", async (message, call) => {
  await expect(call(superoffice)).rejects.toThrow(message);
});
