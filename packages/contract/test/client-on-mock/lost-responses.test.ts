import { type AddressInfo, connect, createServer } from "node:net";
import { addOnce, basicAuth, createCapillaryClient, uploadAll } from "@image-apis/client/capillary";
import { customer } from "@image-apis/client/conversions";
import { mockTest } from "@image-apis/mock/vitest";
import { expect, onTestFinished } from "vitest";
import { file } from "./modes.ts";

const customers = Array.from({ length: 100 }, (_, index) => 1000 + index);
/** As many as a customer may have. */
const images = ["front.png", "portrait.jpg", "portrait.gif", "side.png", "portrait.webp"].map(
  (name) => file(name),
);

/** A mock that knows the customers, without images. */
const test = mockTest({ seed: { customers: customers.map((id) => ({ id, images: [] })) } });

/** Passes everything on, but of every 33rd response to an upload not one byte: the connection is reset instead. */
async function loseResponses(address: string) {
  let uploads = 0;
  let lost = 0;
  const server = createServer((client) => {
    const target = connect(Number(new URL(address).port), "127.0.0.1");
    let isUpload = false;
    client.on("data", (chunk) => {
      if (/^(GET|POST) /.test(chunk.toString("latin1", 0, 5))) {
        isUpload = chunk.toString("latin1", 0, 4) === "POST";
      }
      target.write(chunk);
    });
    target.on("data", (chunk) => {
      if (isUpload && ++uploads % 33 === 0) {
        lost += 1;
        client.resetAndDestroy();
        target.destroy();
      } else client.write(chunk);
      isUpload = false;
    });
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => new Promise((closed) => server.close(() => closed())));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, lost: () => lost };
}

test("500 images are added exactly once although one response in 33 is lost", async ({ mock }) => {
  const between = await loseResponses(mock.url);
  const client = createCapillaryClient({
    baseUrl: between.url,
    fetch: mock.fetch,
    auth: basicAuth({ username: "till", passwordMd5: "0".repeat(32) }),
  });
  const listed = async (customerId: number) => {
    const query = { customerId, source: "INSTORE", embed: "CUSTOMERIMAGE" } as const;
    return (customer(await client.getCustomer(query)).customerImage ?? []).map(({ file }) => ({
      size: file.fileSize,
    }));
  };
  const outcomes: string[] = [];

  // One writer per customer: the images of a customer are added one after the other.
  const { failed } = await uploadAll(customers, {
    concurrency: 4,
    async upload(customerId) {
      for (const image of images) {
        const { status } = await addOnce({
          add: () => client.addCustomerImage({ customerId, files: [image] }),
          sizes: [image.size],
          list: () => listed(customerId),
          listBefore: true,
        });
        outcomes.push(status);
      }
    },
  });

  expect(failed).toEqual([]);
  expect(outcomes).toEqual(Array(500).fill("stored"));
  expect(between.lost()).toBeGreaterThanOrEqual(15);
  const sizes = images.map((image) => ({ size: image.size }));
  for (const id of customers) expect(await listed(id)).toEqual(sizes);
});
