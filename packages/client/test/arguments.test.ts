import { Readable } from "node:stream";
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

const streamed = (type: string) => ({ stream: () => new Blob([]).stream(), size: 0, type });

test.each<[message: string, call: (client: CapillaryClient) => Promise<unknown>]>([
  [
    "customerId: 9007199254740992 is not an exact 64-bit whole number. Beyond 9007199254740991 pass a bigint.",
    (client) => client.getCustomer({ customerId: 2 ** 53, source: "INSTORE" }),
  ],
  [
    'customerId: "12" is not an exact 64-bit whole number.',
    (client) => client.getCustomer({ customerId: "12" as never, source: "INSTORE" }),
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
  [
    "imageIds[1]: -1 is not an index; the first is 0.",
    (client) => client.deleteCustomerImage({ customerId: 1, imageIds: [0, -1] }),
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
    "files: pass a list, not one Uint8Array.",
    (client) => client.addCustomerImage({ customerId: 1, files: new Uint8Array(4) as never }),
  ],
  [
    "files: pass a list, not one File.",
    (client) =>
      client.addCustomerImage({ customerId: 1, files: fixtureFile("front.png") as never }),
  ],
  [
    "files[0]: a stream alone does not say its size. Pass { stream, size }, or of a Node stream what fileFromStream of @image-apis/client/node makes.",
    (client) =>
      client.addCustomerImage({
        customerId: 1,
        files: [Readable.from([]) as unknown as Uploadable],
      }),
  ],
  [
    "files[1]: pass a File, a Blob, a Uint8Array, an ArrayBuffer, or a stream with its size.",
    (client) =>
      client.addCustomerImage({
        customerId: 1,
        files: [fixtureFile("front.png"), "side.png" as unknown as Uploadable],
      }),
  ],
  [
    "files: pass a list, not undefined.",
    (client) => client.addCustomerImage({ customerId: 1 } as never),
  ],
  [
    "files[0]: pass a File",
    (client) => client.addCustomerImage({ customerId: 1, files: Array(1) } as never),
  ],
  [
    "imageIds: pass a list, not a number.",
    (client) => client.deleteCustomerImage({ customerId: 1, imageIds: 7 } as never),
  ],
  ["imageIds: pass a list", (client) => client.deleteCustomerImage({ customerId: 1 } as never)],
  ["customerId: undefined is not", (client) => client.getCustomer({} as never)],
  ["getCustomer: pass its options.", (client) => client.getCustomer(undefined as never)],
  [
    "source: pass a text, not undefined.",
    (client) => client.addCustomerImageByIdentifier({ files: [] } as never),
  ],
  [
    "identifierName: pass a text",
    (client) => client.addCustomerImageByIdentifier({ source: "INSTORE", files: [] } as never),
  ],
  [
    "identifierValue: pass a text, not number.",
    (client) =>
      client.addCustomerImageByIdentifier({
        source: "INSTORE",
        identifierName: "mobile",
        identifierValue: 7,
        files: [],
      } as never),
  ],
  [
    "key: pass a text, not null.",
    (client) => client.generateToken({ key: null, secret: "s" } as never),
  ],
  ["secret: pass a text, not undefined.", (client) => client.generateToken({ key: "k" } as never)],
  [
    'files[0]: its type "image/png\\r\\nX: 1" is not a media type.',
    (client) => client.addCustomerImage({ customerId: 1, files: [streamed("image/png\r\nX: 1")] }),
  ],
  [
    'file: its type "image/é店" is not a media type.',
    (client) => client.uploadRewardsFile({ fileName: "a", file: streamed("image/é店") }),
  ],
  [
    "maxRetries: -1 is not a number of retries.",
    (client) => client.getCustomer({ customerId: 1, source: "INSTORE", maxRetries: -1 }),
  ],
  [
    "maxRetries: NaN is not a number of retries.",
    (client) => client.getCustomer({ customerId: 1, source: "INSTORE", maxRetries: Number.NaN }),
  ],
  [
    "timeouts.attempt: NaN is not a number of milliseconds.",
    (client) =>
      client.getCustomer({ customerId: 1, source: "INSTORE", timeouts: { attempt: Number.NaN } }),
  ],
  [
    "timeouts.idle: -5 is not a number of milliseconds.",
    (client) => client.getCustomer({ customerId: 1, source: "INSTORE", timeouts: { idle: -5 } }),
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
  ["image: pass a File", (client) => client.savePersonImage({ personId: 1 } as never)],
  ["personId: undefined is not", (client) => client.getPersonImage({} as never)],
])("SuperOffice: %s", async (message, call) => {
  await expect(call(superoffice)).rejects.toThrow(message);
});

test("limits that are misspelt are refused at once, and not taken for weaker ones", () => {
  const limits = "enforced" as "enforce";
  expect(() => createCapillaryClient({ limits })).toThrow(
    'limits: pass "enforce", "warn" or "off", not "enforced".',
  );
});
