import { expect, test } from "vitest";
import {
  createCapillaryClient,
  createSuperOfficeClient,
  LimitError,
  UnreadableResponseError,
  VendorError,
} from "../src/index.ts";
import { captureServer } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

const tooSmall = {
  errors: [{ code: 8083, message: "Image size is too small", status: false }],
  warnings: [{ code: 8079, message: "Error in uploading Image", status: false }],
};
const files = () => [fixtureFile("front.png")];

test("withResponse brings the raw answer beside the data", async () => {
  const server = await captureServer();
  server.answer({ json: { data: [] }, headers: { "X-Cap-Requestid": "abc", "X-Other": "1" } });
  const client = createCapillaryClient({ baseUrl: server.url });
  const call = client.deleteCustomerImage({ customerId: 1, imageIds: [0] });
  const { data, response } = await call.withResponse();
  expect(data).toEqual({ data: [] });
  expect(response).toBeInstanceOf(Response);
  expect(response.headers.get("x-other")).toBe("1");
  expect(await call).toBe(data);
  expect(server.requests).toHaveLength(1);
});

test("result brings data or error and does not reject", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const good = await client.addCustomerImage({ customerId: 1, files: files() }).result();
  expect(good).toMatchObject({ data: {} });
  expect(good.error).toBeUndefined();
  expect(good.response?.status).toBe(200);

  server.answer({ status: 400, json: tooSmall });
  const bad = await client.addCustomerImage({ customerId: 1, files: files() }).result();
  expect(bad.data).toBeUndefined();
  expect(bad.error).toBeInstanceOf(VendorError);
  expect(bad.error?.code).toBe(8083);
  expect(bad.response?.status).toBe(400);

  const refused = await client.addCustomerImage({ customerId: 1, files: [] }).result();
  expect(refused.error).toBeInstanceOf(LimitError);
  expect(refused.response).toBeUndefined();
});

test("result still rejects for an argument that is none", async () => {
  const client = createCapillaryClient();
  await expect(client.uploadRewardsFile({ fileName: ".." }).result()).rejects.toThrow(TypeError);
});

test("an error holds every error and warning and the id of the request", async () => {
  const server = await captureServer();
  const errors = [...tooSmall.errors, { code: 8084, message: "No image", status: false }];
  const json = { ...tooSmall, errors };
  server.answer({ status: 400, json, headers: { "X-Cap-Requestid": "request-7" } });
  const client = createCapillaryClient({ baseUrl: server.url });
  const { error } = await client.addCustomerImage({ customerId: 1, files: files() }).result();
  expect(error).toMatchObject({
    code: 8083,
    requestId: "request-7",
    errors: [
      { code: 8083, message: "Image size is too small" },
      { code: 8084, message: "No image" },
    ],
    warnings: [{ code: 8079, message: "Error in uploading Image" }],
    failedFiles: [],
  });
});

test("a partly failed upload says which file was not stored", async () => {
  const server = await captureServer();
  const stored = { code: 200, message: "Success", status: "true" };
  const failed = { code: 8084, message: "Not added", status: "false" };
  const client = createCapillaryClient({ baseUrl: server.url });
  const three = ["front.png", "side.png", "portrait.jpg"].map(fixtureFile);
  server.answer({ json: { data: [stored, failed, stored], warnings: [], errors: [] } });
  const { error } = await client.addCustomerImage({ customerId: 1, files: three }).result();
  expect(error).toMatchObject({
    code: 8084,
    status: 200,
    failedFiles: [{ argument: "files", index: 1, name: "side.png" }],
  });
  expect(error?.message).toContain('Not stored: files[1] ("side.png")');

  // One item for three files: nobody can tell which.
  server.answer({ json: { data: [failed] } });
  const vague = await client.addCustomerImage({ customerId: 1, files: three }).result();
  expect(vague.error).toMatchObject({ failedFiles: [] });
  expect(vague.error?.message).not.toContain("Not stored");
});

test.each([401, 403])("status %i is an AuthenticationError", async (status) => {
  const server = await captureServer();
  server.answer({ status, json: {} });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const { error } = await client.getPersonImageInfo({ personId: 1 }).result();
  expect(error).toBeInstanceOf(VendorError);
  expect(error).toMatchObject({ name: "AuthenticationError", status });
});

test.each([
  ["9.007199254740993e15", "id is a whole number too large to be exact"],
  ["1e17", "id is a whole number too large to be exact"],
])("the id %s in an answer is an error, and is not rounded", async (id, why) => {
  const server = await captureServer();
  const body = `{"id":${id},"profiles":[]}`;
  server.answer({ headers: { "Content-Type": "application/json" }, body });
  const client = createCapillaryClient({ baseUrl: server.url });
  const { error } = await client.getCustomer({ customerId: 1, source: "INSTORE" }).result();
  expect(error).toBeInstanceOf(UnreadableResponseError);
  expect(error).toMatchObject({ status: 200, body });
  expect(error?.message).toContain(`${why}: {"id":${id}`);
});

test.each(["9007199254740993", "9223372036854775807", "-9007199254740993"])(
  "the id %s in a response is a bigint, and is not rounded",
  async (id) => {
    const server = await captureServer();
    const body = `{"id":${id},"profiles":[]}`;
    server.answer({ headers: { "Content-Type": "application/json" }, body });
    const client = createCapillaryClient({ baseUrl: server.url });
    const answered = await client.getCustomer({ customerId: 1, source: "INSTORE" });
    expect(answered).toEqual({ id: BigInt(id), profiles: [] });
  },
);

test("the largest exact id, and a digit string, are what they are", async () => {
  const server = await captureServer();
  const body = '{"id":9007199254740991,"name":"9223372036854775807","ratio":0.1}';
  server.answer({ headers: { "Content-Type": "application/json" }, body });
  const client = createCapillaryClient({ baseUrl: server.url });
  expect(await client.getCustomer({ customerId: 1, source: "INSTORE" })).toEqual(JSON.parse(body));
});

test("a call nobody waits for, once its result is taken, is no unhandled rejection", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on("unhandledRejection", note);
  await createCapillaryClient().addCustomerImage({ customerId: 1, files: [] }).result();
  const call = createCapillaryClient().addCustomerImage({ customerId: 1, files: [] });
  await call.withResponse().catch(() => {});
  await new Promise((later) => setTimeout(later, 20));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});
