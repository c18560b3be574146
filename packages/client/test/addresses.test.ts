import { expect, test } from "vitest";
import { createCapillaryClient, createSuperOfficeClient } from "../src/index.ts";
import { captureServer } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

/** A fetch that answers a blob id, or nothing, and remembers where it was to go. */
function remember() {
  const addresses: string[] = [];
  const fetch = async (request: Request) => {
    addresses.push(request.url);
    return Response.json(request.method === "PUT" ? 167 : {});
  };
  return { addresses, fetch };
}

test("several indexes are one query parameter, repeated", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.deleteCustomerImage({ customerId: 564703420, imageIds: [0, 2] });
  const { method, target, headers, body } = server.only();
  expect(`${method} ${target}`).toBe(
    "DELETE /v2/customers/564703420/deleteImage?image_ids=0&image_ids=2",
  );
  expect(headers).not.toHaveProperty("content-type");
  expect(body).toHaveLength(0);
});

test("query values are escaped, and those left out are left out", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.addCustomerImageByIdentifier({
    source: "WECHAT",
    accountId: "a&b=c d",
    identifierName: "email",
    identifierValue: "é+1@example.com",
    files: [fixtureFile("front.png")],
  });
  await client.getCustomer({ customerId: 1, source: "INSTORE", embed: "CUSTOMERIMAGE" });
  const [lookup, get] = server.requests.map(({ target }) => new URL(target, server.url));
  expect(lookup?.pathname).toBe("/v2/customers/lookup/setImage");
  expect([...(lookup?.searchParams ?? [])]).toEqual([
    ["source", "WECHAT"],
    ["accountId", "a&b=c d"],
    ["identifierName", "email"],
    ["identifierValue", "é+1@example.com"],
  ]);
  expect(get?.pathname).toBe("/v2/customers/1");
  expect([...(get?.searchParams ?? [])]).toEqual([
    ["embed", "CUSTOMERIMAGE"],
    ["source", "INSTORE"],
  ]);
});

test("the size, format and stand-in of a person's image are query parameters", async () => {
  const server = await captureServer();
  server.answer({ headers: { "Content-Type": "image/png" }, body: "…" });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await client.getPersonImage({
    personId: 123,
    width: 64,
    height: 32,
    type: "PNG",
    ifBlank: "ClearPixel",
  });
  expect(server.only().target).toBe(
    "/api/v1/Person/123/Image?w=64&h=32&type=PNG&ifBlank=ClearPixel",
  );
});

test.each([
  ["a b/c?d#e.png", "a%20b%2Fc%3Fd%23e.png"],
  ["é%2e.png", "%C3%A9%252e.png"],
  ["...", "..."],
  ["{fileName}", "%7BfileName%7D"],
])("a file name %j is one segment of the path, %j", async (fileName, segment) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.uploadRewardsFile({ fileName, file: fixtureFile("tiny.png") });
  expect(server.only().target).toBe(`/api_gateway/file-service/rewards/${segment}`);
});

test("an id beyond 2^53 goes out exactly as a bigint", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.deleteCustomerImage({ customerId: 9007199254740993n, imageIds: [0] });
  expect(server.only().target).toBe("/v2/customers/9007199254740993/deleteImage?image_ids=0");
});

test("without a host the documents' hosts are used; the file service has its own", async () => {
  const { addresses, fetch } = remember();
  const byDefault = createCapillaryClient({ fetch });
  await byDefault.deleteCustomerImage({ customerId: 1, imageIds: [0] });
  await byDefault.uploadRewardsFile({ fileName: "a.png" });
  const named = createCapillaryClient({
    host: "api.example:8443",
    fileServiceHost: "files.example",
    fetch,
  });
  await named.deleteCustomerImage({ customerId: 1, imageIds: [0] });
  await named.uploadRewardsFile({ fileName: "a.png" });
  expect(addresses).toEqual([
    "https://eu.api.capillarytech.com/v2/customers/1/deleteImage?image_ids=0",
    "https://eucrm.cc.capillarytech.com/api_gateway/file-service/rewards/a.png",
    "https://api.example:8443/v2/customers/1/deleteImage?image_ids=0",
    "https://files.example/api_gateway/file-service/rewards/a.png",
  ]);
});

test("SuperOffice is reached by environment and tenant, or by a base address", async () => {
  const { addresses, fetch } = remember();
  const image = fixtureFile("front.png");
  await createSuperOfficeClient({ tenant: "Cust1", fetch }).savePersonImage({ personId: 1, image });
  await createSuperOfficeClient({ env: "sod", tenant: "Cust1", fetch }).savePersonImage({
    personId: 1,
    image,
  });
  await createSuperOfficeClient({
    baseUrl: "https://www.example.com/crm//",
    fetch,
  }).savePersonImage({ personId: 1, image });
  expect(addresses).toEqual([
    "https://online.superoffice.com/Cust1/api/v1/Person/1/Image",
    "https://sod.superoffice.com/Cust1/api/v1/Person/1/Image",
    "https://www.example.com/crm/api/v1/Person/1/Image",
  ]);
});

test.each([
  ["", "not an absolute http or https address"],
  ["/proxy", "not an absolute http or https address"],
  ["ftp://example.com", "not an absolute http or https address"],
  ["https://user:secret@example.com", "Pass them as auth"],
  ["https://example.com/?a=b", "a query or a fragment"],
])("baseUrl %j is refused at once", (baseUrl, why) => {
  expect(() => createCapillaryClient({ baseUrl })).toThrow(why);
  expect(() => createSuperOfficeClient({ baseUrl })).toThrow(why);
});

test.each(["https://example.com", "example.com/v2", "a b", "", "user@example.com"])(
  "a host %j is refused at once, with the host that would do",
  (host) => {
    expect(() => createCapillaryClient({ host })).toThrow(
      `"${host}" cannot be the host of https://{host}: it is a name such as "eu.api.capillarytech.com".`,
    );
  },
);

test("a tenant is not made up", () => {
  const options = {} as { tenant: string };
  expect(() => createSuperOfficeClient(options)).toThrow("tenant: pass your own");
});
