import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ApiError, createCapillaryClient, createSuperOfficeClient } from "../../src/index.ts";
import {
  answerWith,
  documentedHandlers,
  failToConnect,
  failWith,
  failWithStatus,
} from "../../src/msw/index.ts";
import { fixtureFile } from "../files.ts";

const server = setupServer(...documentedHandlers());
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const capillary = createCapillaryClient();
const superoffice = createSuperOfficeClient({ tenant: "Cust12345" });

const image = fixtureFile("front.png");

const calls = {
  addCustomerImage: () => capillary.addCustomerImage({ customerId: 565039505, files: [image] }),
  addCustomerImageByIdentifier: () =>
    capillary.addCustomerImageByIdentifier({
      source: "INSTORE",
      identifierName: "mobile",
      identifierValue: "910000000000",
      files: [image],
    }),
  deleteCustomerImage: () =>
    capillary.deleteCustomerImage({ customerId: 565039505, imageIds: [0, 2] }),
  getCustomer: () => capillary.getCustomer({ customerId: 565039505, source: "INSTORE" }),
  uploadRewardsFile: () => capillary.uploadRewardsFile({ fileName: "test.png", file: image }),
  generateToken: () => capillary.generateToken({ key: "demo-key", secret: "demo-secret" }),
  savePersonImage: () => superoffice.savePersonImage({ personId: 123, image: image }),
  getPersonImage: () => superoffice.getPersonImage({ personId: 123 }),
  deletePersonImage: () => superoffice.deletePersonImage({ personId: 123 }),
  getPersonImageInfo: () => superoffice.getPersonImageInfo({ personId: 123 }),
};

test("a vendor's code becomes the error the client throws", async () => {
  server.use(failWith("deleteCustomerImage", 8078, { headers: { "X-Cap-Requestid": "demo" } }));
  const error = await calls.deleteCustomerImage().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: 8078, status: 400 });
  expect((error as ApiError).response?.headers.get("X-Cap-Requestid")).toBe("demo");
});

test("a failure can hide inside a 200", async () => {
  server.use(failWith("addCustomerImage", 8084, { status: 200 }));
  await expect(calls.addCustomerImage()).rejects.toMatchObject({ code: 8084, status: 200 });
});

test("a handler answers for its own operation alone", async () => {
  server.use(failWith("addCustomerImage", 8015));
  await expect(calls.addCustomerImageByIdentifier()).resolves.toHaveProperty("data");
  server.resetHandlers();
  server.use(failWith("addCustomerImageByIdentifier", 8015));
  await expect(calls.addCustomerImage()).resolves.toHaveProperty("data");
  await expect(calls.addCustomerImageByIdentifier()).rejects.toMatchObject({ code: 8015 });
});

test("a handler can answer once", async () => {
  server.use(failWithStatus("getCustomer", 418, { once: true, body: "<h1>Teapot</h1>" }));
  await expect(calls.getCustomer()).rejects.toMatchObject({ status: 418 });
  await expect(calls.getCustomer()).resolves.toHaveProperty("id");
});

test("a connection can break", async () => {
  server.use(failToConnect("getPersonImageInfo"));
  await expect(calls.getPersonImageInfo()).rejects.toThrow();
});

test("a handler can be for one address alone", async () => {
  const baseUrl = "http://crm.example/web";
  const other = createSuperOfficeClient({ baseUrl });
  server.use(answerWith("getPersonImage", "404-no-image", { baseUrl: `${baseUrl}/` }));
  await expect(other.getPersonImage({ personId: 1 })).rejects.toMatchObject({ status: 404 });
  await expect(calls.getPersonImage()).resolves.toBeInstanceOf(Blob);
});

test("a key or a code that no document has is refused with those it has", () => {
  expect(() => answerWith("generateToken", "400" as never)).toThrow(
    "Documented: 401, 403, 413, 415, 429, 500, 503, 200-token.",
  );
  expect(() => failWith("deleteCustomerImage", 1 as never)).toThrow("Documented: 8015, 8078.");
  // @ts-expect-error A misspelt key does not compile.
  expect(() => answerWith("getPersonImage", "404-no-imag")).toThrow(TypeError);
  // @ts-expect-error A code of another operation does not compile.
  expect(() => failWith("deleteCustomerImage", 8083)).toThrow(TypeError);
});
