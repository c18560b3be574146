/**
 * Run by each runtime as it is: one call of every kind. It prints what it saw; the server knows what arrived.
 *
 * @param baseUrl The server.
 * @param path An image on disk.
 */
import { readFile } from "node:fs/promises";
import { argv } from "node:process";
import { customerImagesAdded } from "../../../packages/client/dist/comfort/index.js";
import {
  createCapillaryClient,
  createSuperOfficeClient,
} from "../../../packages/client/dist/index.js";
import { fileFromPath } from "../../../packages/client/dist/node/index.js";
import { validate } from "../../../packages/client/dist/validate/index.js";

const [baseUrl, path] = argv.slice(2);
const capillary = createCapillaryClient({ baseUrl });
const superoffice = createSuperOfficeClient({ baseUrl });
const fromDisk = await fileFromPath(path);
const inMemory = new File([await readFile(path)], 'a "b"; é.png', { type: "image/png" });

const added = await capillary.addCustomerImage({
  customerId: 565039505,
  files: [inMemory, fromDisk],
});
await capillary.deleteCustomerImage({ customerId: 565039505, imageIds: [0, 2] });
const blobId = await superoffice.savePersonImage({ personId: 123, image: fromDisk });

const seen = async (call) => {
  const error = await call.then(
    () => undefined,
    (thrown) => thrown,
  );
  return { name: error?.name, code: error?.code, status: error?.status };
};
const tiny = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], "t.png", { type: "image/png" });
console.log(
  JSON.stringify({
    comfortable: customerImagesAdded(added),
    blobId,
    problems: validate("savePersonImage", 200, "167").length,
    refused: await seen(capillary.addCustomerImage({ customerId: 1, files: [tiny] })),
    vendor: await seen(capillary.deleteCustomerImage({ customerId: 8015, imageIds: [0] })),
  }),
);
