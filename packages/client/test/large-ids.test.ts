import { expect, test } from "vitest";
import { createCapillaryClient, createSuperOfficeClient } from "../src/index.ts";
import { captureServer } from "./capture-server.ts";

const customerId = 9007199254740993n;

test("a customer whose id a number cannot hold is listed, with the id as a bigint", async () => {
  const server = await captureServer();
  server.answer({
    headers: { "Content-Type": "application/json" },
    body: `{"id":${customerId},"customerImage":[],"warnings":[]}`,
  });
  const client = createCapillaryClient({ baseUrl: server.url });

  const { id } = await client.getCustomer({ customerId, source: "INSTORE" });

  expect(id).toBe(customerId);
  expect(server.only().target).toBe(`/v2/customers/${customerId}?source=INSTORE`);
});

test("an id that a number holds stays a number", async () => {
  const server = await captureServer();
  server.answer({ json: { id: 565039505, customerImage: [], warnings: [] } });
  const client = createCapillaryClient({ baseUrl: server.url });

  const { id } = await client.getCustomer({ customerId: 565039505, source: "INSTORE" });

  expect(id).toBe(565039505);
});

test("a failure that repeats such an id is an error that can be written to a log", async () => {
  const server = await captureServer();
  server.answer({
    headers: { "Content-Type": "application/json" },
    body: `{"id":${customerId},"errors":[{"code":8015,"message":"Unknown"}]}`,
  });
  const client = createCapillaryClient({ baseUrl: server.url });
  const error = await client.getCustomer({ customerId, source: "INSTORE" }).catch((it) => it);

  expect(error).toMatchObject({ code: 8015, body: expect.stringContaining(String(customerId)) });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 8015 });
});

test("where the document has 32 bits, a larger number cannot be read", async () => {
  const server = await captureServer();
  server.answer({ headers: { "Content-Type": "application/json" }, body: String(customerId) });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = new File(
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    "a.png",
  );

  await expect(client.savePersonImage({ personId: 1, image })).rejects.toMatchObject({
    name: "UnreadableResponseError",
  });
});
