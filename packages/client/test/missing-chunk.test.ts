import { expect, test, vi } from "vitest";
import { ApiError, createCapillaryClient } from "../src/index.ts";
import { captureServer } from "./capture-server.ts";

// As in a page that was opened before a new version took the old one's files away.
vi.mock("../src/call/unusual-answer.ts", () => {
  throw new Error("the chunk is gone");
});
vi.mock("../src/capillary/rules.ts", () => {
  throw new Error("the chunk is gone");
});

test("a refusal is told by its status where the code that reads it cannot be loaded", async () => {
  const server = await captureServer();
  server.answer({ status: 400, json: { errors: [{ code: 8015, message: "No such customer" }] } });
  const client = createCapillaryClient({ baseUrl: server.url });
  const error = await client
    .deleteCustomerImage({ customerId: 1, imageIds: [0] })
    .catch((it) => it);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    operationId: "deleteCustomerImage",
    status: 400,
    body: expect.stringContaining("8015"),
    message: "deleteCustomerImage was answered with HTTP status 400; reading more of it failed.",
  });
  server.answer({ json: { data: [] } });
  expect(await client.deleteCustomerImage({ customerId: 1, imageIds: [0] })).toEqual({ data: [] });
});
