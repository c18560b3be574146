import { expect, test } from "vitest";
import {
  ApiError,
  createCapillaryClient,
  createSuperOfficeClient,
  isApiError,
  LimitError,
} from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import { answers, closes, misbehavingServer } from "./misbehaving-server.ts";

test("an error is plain data for a log, a worker or a queue", async () => {
  const body = { errors: [{ code: 8083, message: "Image size is too small", status: false }] };
  const { url } = await misbehavingServer(answers(400, body, { "X-Cap-Requestid": "r-1" }));
  const client = createCapillaryClient({ baseUrl: url });
  const files = [fixtureFile("front.png")];
  const error = await client.addCustomerImage({ customerId: 1, files }).catch((it) => it);

  const data = JSON.parse(JSON.stringify({ error })).error;

  expect(data).toEqual({
    name: "VendorError",
    message: error.message,
    operationId: "addCustomerImage",
    status: 400,
    code: 8083,
    body,
    requestId: "r-1",
    mayBeStored: false,
    errors: [{ code: 8083, message: "Image size is too small" }],
    warnings: [],
    failedFiles: [],
    storedFiles: [],
  });
  expect(structuredClone(error.toJSON())).toMatchObject(data);
});

test("the data names the cause, and what a class adds", async () => {
  const { url } = await misbehavingServer(closes);
  const client = createSuperOfficeClient({ baseUrl: url, maxRetries: 0 });
  const broken = await client.getPersonImage({ personId: 1 }).catch((it) => it);

  expect(broken.toJSON()).toMatchObject({
    name: "ConnectionError",
    unsent: false,
    redirected: false,
    cause: expect.any(String),
  });
  expect(new LimitError("Too many.", "addCustomerImage", "files", 8082).toJSON()).toMatchObject({
    name: "LimitError",
    argument: "files",
    code: 8082,
    message: "Too many. Nothing was sent.",
  });
});

test("isApiError knows the errors of another copy of the package, and nothing else", async () => {
  const ours = new ApiError("it failed", { operationId: "getCustomer" });
  // Loaded again, as a second version in one application would be.
  const address = new URL("../src/errors/api-error.ts?another-copy", import.meta.url).href;
  const copy: typeof import("../src/errors/api-error.ts") = await import(address);
  const theirs = new copy.ApiError("it failed", { operationId: "getCustomer" });

  expect(theirs).not.toBeInstanceOf(ApiError);
  expect([ours, theirs].map(isApiError)).toEqual([true, true]);
  expect(
    [new Error("x"), new TypeError("x"), { name: "ApiError" }, "ApiError", null].map(isApiError),
  ).toEqual(Array(5).fill(false));
});
