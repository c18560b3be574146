import { fixture, loadDocument, operations, responseExamples } from "@image-apis/spec";
import { expect, test } from "vitest";
import { createCapillaryClient, createSuperOfficeClient } from "../src/index.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

/** The value of a documented example. */
function documented(api: string, operationId: string, key: string): unknown {
  const operation = operations(loadDocument(api)).find((it) => it.operationId === operationId);
  const found = operation && responseExamples(operation).find((it) => it.key === key);
  if (found === undefined) throw new Error(`${operationId} has no example ${key}.`);
  return found.example.value;
}

test("a JSON answer is returned as the vendor sent it", async () => {
  const server = await captureServer();
  const json = documented("capillary", "addCustomerImage", "200-uploaded");
  server.answer({ json });
  const client = createCapillaryClient({ baseUrl: server.url });
  const files = [fixtureFile("front.png")];
  expect(await client.addCustomerImage({ customerId: 1, files })).toEqual(json);
});

test.each([
  ["application/json", "167"],
  ["application/json; charset=utf-8", "\uFEFF167"],
  ["text/json", " 167 "],
  ["application/xml", "<int>167</int>"],
  ["text/xml", '<?xml version="1.0" encoding="utf-8"?>\n<int>167</int>\n'],
  [
    "application/xml; charset=utf-8",
    '<int xmlns="http://schemas.microsoft.com/2003/10/Serialization/">167</int>',
  ],
])("a blob id answered as %s %j is the number", async (type, body) => {
  const server = await captureServer();
  server.answer({ headers: { "Content-Type": type }, body });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = fixtureFile("front.png");
  expect(await client.savePersonImage({ personId: 1, image, accept: "text/xml" })).toBe(167);
  expect(server.only().headers.accept).toBe("text/xml");
});

test("an image comes as a Blob with its media type and bytes", async () => {
  const server = await captureServer();
  const { bytes } = fixture("portrait.jpg");
  server.answer({ headers: { "Content-Type": "image/jpeg" }, body: bytes });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = await client.getPersonImage({ personId: 1 });
  expect(image).toBeInstanceOf(Blob);
  expect(image.type).toBe("image/jpeg");
  expect(sha1(new Uint8Array(await image.arrayBuffer()))).toBe(sha1(bytes));
});

test("an answer without a body brings nothing", async () => {
  const server = await captureServer();
  server.answer({ status: 204 });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  expect(await client.deletePersonImage({ personId: 1 })).toBeUndefined();
  expect(`${server.only().method} ${server.only().target}`).toBe("DELETE /api/v1/Person/1/Image");
});

test("another success than the documented one is read as that one", async () => {
  const server = await captureServer();
  const capillary = createCapillaryClient({ baseUrl: server.url });
  const superoffice = createSuperOfficeClient({ baseUrl: server.url });
  server.answer({ status: 201, json: { data: [] } });
  expect(await capillary.deleteCustomerImage({ customerId: 1, imageIds: [0] })).toEqual({
    data: [],
  });
  server.answer({ status: 200, json: { Any: "thing" } });
  expect(await superoffice.deletePersonImage({ personId: 1 })).toBeUndefined();
  server.answer({ status: 200, headers: { "Content-Type": "application/json" }, body: "" });
  expect(await superoffice.deletePersonImage({ personId: 1 })).toBeUndefined();
});

test("an Error that is false is not a failure", async () => {
  const server = await captureServer();
  const json = { Error: false, MimeType: "image/png" };
  server.answer({ json });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  expect(await client.getPersonImageInfo({ personId: 1 })).toEqual(json);
});

test("warnings are not a failure", async () => {
  const server = await captureServer();
  const json = {
    data: [],
    warnings: [{ code: 8079, message: "Error in uploading Image", status: false }],
    errors: [],
  };
  server.answer({ json });
  const client = createCapillaryClient({ baseUrl: server.url });
  expect(await client.deleteCustomerImage({ customerId: 1, imageIds: [0] })).toEqual(json);
});

test("a page in place of an image, or after a delete, is not a success", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url, maxRetries: 0 });
  const page = { body: "<html>Sign in</html>", headers: { "Content-Type": "text/html" } };
  server.answer(page);
  await expect(client.getPersonImage({ personId: 1 })).rejects.toThrow("text/html");
  server.answer(page);
  await expect(client.deletePersonImage({ personId: 1 })).rejects.toThrow("text/html");
});
