import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  AbortError,
  ApiError,
  createCapillaryClient,
  createSuperOfficeClient,
  VendorError,
} from "../src/index.ts";
import { type CannedAnswer, captureServer } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

/** What is thrown by an upload to Capillary that is answered so. */
async function failureOf(answer: CannedAnswer): Promise<unknown> {
  const server = await captureServer();
  server.answer(answer);
  const client = createCapillaryClient({ baseUrl: server.url });
  return client
    .addCustomerImage({ customerId: 1, files: [fixtureFile("front.png")] })
    .catch((error) => error);
}

const tooSmall = { errors: [{ code: 8083, message: "Image size is too small", status: false }] };

test.each([400, 200])(
  "an errors array with status %i is a VendorError with the vendor's code and its documented meaning",
  async (status) => {
    const error = await failureOf({ status, json: tooSmall });
    expect(error).toBeInstanceOf(VendorError);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "VendorError",
      operationId: "addCustomerImage",
      status,
      errors: [{ code: 8083, message: "Image size is too small" }],
      warnings: [],
      code: 8083,
      body: tooSmall,
      message:
        `addCustomerImage failed with HTTP status ${status}, error 8083: Image size is too small ` +
        "(documented as: 8083, an image is smaller than 10 KB)",
    });
    expect((error as ApiError).response?.status).toBe(status);
  },
);

test('status "false" of the whole answer, or of one of several images, is a failure inside a 200', async () => {
  const failed = { code: 8084, message: "Not added", status: "false" };
  expect(await failureOf({ json: failed })).toMatchObject({ status: 200, code: 8084 });
  const stored = { code: 200, message: "Success", status: "true" };
  const partly = { data: [stored, failed], warnings: [], errors: [] };
  expect(await failureOf({ json: partly })).toMatchObject({
    status: 200,
    code: 8084,
    body: partly,
    message: expect.stringContaining("Not added"),
  });
});

test.each([
  ["a boolean status", { status: false, code: 8084, message: "Not added" }, 8084],
  ["a status in capitals", { status: "FALSE", code: 8084, message: "Not added" }, 8084],
  ["a code in digits", { errors: [{ code: "8083", message: "Too small" }] }, 8083],
  ["a boolean status of one item", { data: [{ status: false, code: "8084", message: "" }] }, 8084],
  ["an error that is a text", { errors: ["No luck"] }, undefined],
])("%s is a failure inside a 200 all the same", async (_, json, code) => {
  expect(await failureOf({ json })).toMatchObject({ name: "VendorError", status: 200, code });
});

test("an error body whose numbers would be rounded stays a text; its codes are read", async () => {
  const body = '{"id":9007199254740993,"errors":[{"code":8083,"message":"Too small"}]}';
  const headers = { "Content-Type": "application/json" };
  const error = await failureOf({ status: 400, headers, body });
  expect(error).toMatchObject({ name: "VendorError", code: 8083, body });
});

test("every message of several errors is told, the first code is the code", async () => {
  const errors = [...tooSmall.errors, { code: 1, message: "And more", status: false }];
  expect(await failureOf({ status: 400, json: { errors } })).toMatchObject({
    code: 8083,
    message: expect.stringContaining("Image size is too small; And more"),
  });
});

test.each<[what: string, answer: CannedAnswer, details: object]>([
  [
    "an empty 500",
    { status: 500, headers: { "Content-Length": "0" } },
    {
      name: "VendorError",
      status: 500,
      code: undefined,
      body: undefined,
      message: /HTTP status 500: without a body$/,
    },
  ],
  [
    "an empty object",
    { status: 400, json: {} },
    { status: 400, code: undefined, body: {}, message: /HTTP status 400: \{\}$/ },
  ],
  [
    "a page with 502",
    { status: 502, headers: { "Content-Type": "text/html" }, body: "<h1>Bad gateway</h1>" },
    { status: 502, body: "<h1>Bad gateway</h1>", message: /502: <h1>Bad gateway<\/h1>$/ },
  ],
  [
    "a page with 200",
    { headers: { "Content-Type": "text/html" }, body: `<h1>Sign in</h1>${" ".repeat(5)}` },
    {
      name: "UnreadableResponseError",
      status: 200,
      body: "<h1>Sign in</h1>     ",
      message:
        /answered 200 with text\/html, which is not the documented application\/json: <h1>Sign in<\/h1>$/,
    },
  ],
  [
    "truncated JSON",
    { headers: { "Content-Type": "application/json" }, body: '{"data":[' },
    {
      status: 200,
      body: '{"data":[',
      message: /with application\/json, which cannot be parsed: \{"data":\[$/,
    },
  ],
  [
    "an empty 200",
    { headers: { "Content-Type": "application/json", "Content-Length": "0" } },
    { status: 200, body: "", message: /answered 200 with application\/json/ },
  ],
  [
    "a null",
    { json: null },
    {
      name: "UnreadableResponseError",
      message: /answered 200 with .*, which is not an object: null$/,
    },
  ],
  [
    "a text",
    { json: "ok" },
    { name: "UnreadableResponseError", message: /, which is not an object: "ok"$/ },
  ],
  [
    "a redirect, which is not followed",
    { status: 307, headers: { Location: "http://127.0.0.1:9/" } },
    { name: "ConnectionError", message: /no answer from 127\.0\.0\.1:\d+: unexpected redirect/ },
  ],
])("%s is an ApiError that says so", async (_, answer, details) => {
  const error = await failureOf(answer);
  expect(error).toBeInstanceOf(ApiError);
  const { message, ...rest } = details as { message: RegExp };
  expect(error).toMatchObject(rest);
  expect((error as ApiError).message).toMatch(message);
});

test.each([404, 200])(
  "SuperOffice's error object with status %i is a VendorError",
  async (status) => {
    const server = await captureServer();
    const json = { Error: true, ErrorType: "SoNotFoundException", ErrorMessage: "No image" };
    server.answer({ status, json });
    const client = createSuperOfficeClient({ baseUrl: server.url });
    for (const call of [
      client.getPersonImage({ personId: 1 }),
      client.getPersonImageInfo({ personId: 1 }),
      client.deletePersonImage({ personId: 1 }),
    ]) {
      await expect(call).rejects.toMatchObject({
        name: "VendorError",
        status,
        code: undefined,
        body: json,
        message: expect.stringContaining("SoNotFoundException: No image"),
      });
    }
  },
);

test.each(['"167"', "null", "1.5", "{}", "1e400", "9007199254740993"])(
  "the blob id %s is an UnreadableResponseError",
  async (body) => {
    const server = await captureServer();
    server.answer({ headers: { "Content-Type": "application/json" }, body });
    const client = createSuperOfficeClient({ baseUrl: server.url });
    const call = client.savePersonImage({ personId: 1, image: fixtureFile("front.png") });
    await expect(call).rejects.toMatchObject({ name: "UnreadableResponseError", body });
  },
);

test.each<[what: string, answer: CannedAnswer]>([
  ["a 204", { status: 204 }],
  ["an empty image", { headers: { "Content-Type": "image/png" }, body: "" }],
  ["a 200 without anything", { headers: { "Content-Length": "0" } }],
])("%s in place of a person's image is no empty picture", async (_, answer) => {
  const server = await captureServer();
  server.answer(answer);
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await expect(client.getPersonImage({ personId: 1 })).rejects.toMatchObject({
    name: "UnreadableResponseError",
    status: answer.status ?? 200,
    message: expect.stringContaining("without a body"),
  });
});

test("JSON where an image was due is an UnreadableResponseError", async () => {
  const server = await captureServer();
  server.answer({ json: { Any: "thing" } });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await expect(client.getPersonImage({ personId: 1 })).rejects.toMatchObject({
    name: "UnreadableResponseError",
    message:
      "getPersonImage answered 200 with application/json, which is not the documented " +
      'image/png or image/jpeg or image/gif or image/tiff: {"Any":"thing"}',
  });
});

test("XML that holds no number is an UnreadableResponseError, not a NaN", async () => {
  const server = await captureServer();
  server.answer({ headers: { "Content-Type": "text/xml" }, body: "<error>no</error>" });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = fixtureFile("front.png");
  await expect(client.savePersonImage({ personId: 1, image })).rejects.toMatchObject({
    name: "UnreadableResponseError",
    message: expect.stringContaining("<error>no</error>"),
  });
});

test.each([undefined, "changed my mind", new Error("changed my mind")])(
  "a signal aborted with %o ends a call with an AbortError that holds the reason",
  async (reason) => {
    const controller = new AbortController();
    const client = createCapillaryClient({
      fetch: async (request) => {
        await setTimeout(60_000, undefined, { signal: request.signal });
        return Response.json({});
      },
    });
    const { signal } = controller;
    const call = client.getCustomer({ customerId: 1, source: "INSTORE", signal });
    controller.abort(reason);
    const error = await call.catch((it) => it);
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toBe(signal.reason);
    await expect(client.getCustomer({ customerId: 1, source: "INSTORE", signal })).rejects.toThrow(
      "getCustomer was aborted by its signal.",
    );
  },
);

test.each(["Gone.", "Gone", "Gone!", "Gone. "])(
  "what a runtime says, as in %j, ends in one full stop",
  async (said) => {
    const fails = async () => {
      throw new Error(said);
    };
    const client = createSuperOfficeClient({
      baseUrl: "http://127.0.0.1:1",
      fetch: fails,
      maxRetries: 0,
    });
    const connection = await client.getPersonImage({ personId: 1 }).catch((it) => it);
    expect(connection.message).toMatch(/: Gone[.!]$/);

    const stream = () => new ReadableStream<Uint8Array>({ pull: fails });
    const image = { stream, size: 1000 };
    const file = await client.savePersonImage({ personId: 1, image }).catch((it) => it);
    expect(file).toMatchObject({ name: "FileError" });
    expect(file.message).toMatch(/: Gone[.!]$/);
  },
);
