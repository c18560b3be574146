import { expect, onTestFinished, test, vi } from "vitest";
import {
  appToken,
  basicAuth,
  bearer,
  createCapillaryClient,
  createSuperOfficeClient,
  oauthToken,
  type SuperOfficeAuth,
  sessionCookie,
  soTicket,
  xsrfToken,
} from "../src/index.ts";
import { captureServer } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

test("Basic carries user and password in UTF-8", async () => {
  const server = await captureServer();
  const auth = basicAuth({ username: "till-é", passwordMd5: "0123456789abcdef" });
  const client = createCapillaryClient({ baseUrl: server.url, auth });
  await client.getCustomer({ customerId: 1, source: "INSTORE" });
  const [scheme, credentials = ""] = server.only().headers.authorization?.split(" ") ?? [];
  expect(scheme).toBe("Basic");
  expect(Buffer.from(credentials, "base64").toString("utf8")).toBe("till-é:0123456789abcdef");
});

test("a user name with a colon is refused", () => {
  expect(() => basicAuth({ username: "a:b", password: "c" })).toThrow("username: HTTP Basic");
});

test("the OAuth token goes out bare, and a function is asked for it before every request", async () => {
  const server = await captureServer();
  let asked = 0;
  const auth = oauthToken(async () => `token-${++asked}`);
  const client = createCapillaryClient({ baseUrl: server.url, auth });
  await client.getCustomer({ customerId: 1, source: "INSTORE" });
  await client.getCustomer({ customerId: 1, source: "INSTORE" });
  expect(server.requests.map(({ headers }) => headers["x-cap-api-oauth-token"])).toEqual([
    "token-1",
    "token-2",
  ]);
  expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
});

test("a token is asked for without credentials", async () => {
  const server = await captureServer();
  const auth = basicAuth({ username: "till", passwordMd5: "0123456789abcdef" });
  const client = createCapillaryClient({ baseUrl: server.url, auth });
  await client.generateToken({ key: "demo-key", secret: "demo-secret" });
  expect(server.only().headers).not.toHaveProperty("authorization");
});

test.each<[string, SuperOfficeAuth | SuperOfficeAuth[], Record<string, string>]>([
  ["Bearer", bearer("8A:EXAMPLE"), { authorization: "Bearer 8A:EXAMPLE" }],
  ["a ticket", soTicket("7T:EXAMPLE"), { authorization: "SoTicket 7T:EXAMPLE" }],
  ["an XSRF token", xsrfToken("EXAMPLE"), { "x-xsrf-token": "EXAMPLE" }],
  [
    "an XSRF token and the session",
    [xsrfToken("EXAMPLE"), sessionCookie("SESSION")],
    { "x-xsrf-token": "EXAMPLE", cookie: "ASP.NET_SessionId=SESSION" },
  ],
  [
    "Basic",
    basicAuth({ username: "user", password: "password" }),
    { authorization: "Basic dXNlcjpwYXNzd29yZA==" },
  ],
  [
    "a ticket with an application token",
    [soTicket("7T:EXAMPLE"), appToken("APP")],
    { authorization: "SoTicket 7T:EXAMPLE", "so-apptoken": "APP" },
  ],
])("SuperOffice takes %s", async (_, auth, headers) => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url, auth });
  await client.getPersonImageInfo({ personId: 1 });
  expect(server.only().headers).toMatchObject(headers);
});

test("attribution is sent in the vendor's headers", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.addCustomerImage({
    customerId: 1,
    files: [fixtureFile("front.png")],
    attribution: {
      entityType: "STORE_CODE",
      entityCode: "demo-store",
      lookupType: "WECHAT",
      lookup: "demo-account",
    },
  });
  expect(server.only().headers).toMatchObject({
    "x-cap-api-attribution-entity-type": "STORE_CODE",
    "x-cap-api-attribution-entity-code": "demo-store",
    "x-cap-api-attribution-lookup-type": "WECHAT",
    "x-cap-api-attribution-lookup": "demo-account",
  });
});

test("language options are sent in their headers, and those left out are not sent", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await client.getPersonImageInfo({
    personId: 1,
    acceptLanguage: "en",
    soLanguage: "nb",
    soCulture: "nb-NO",
    soTimeZone: "UTC",
  });
  await client.getPersonImageInfo({ personId: 1 });
  expect(server.requests[0]?.headers).toMatchObject({
    "accept-language": "en",
    "so-language": "nb",
    "so-culture": "nb-NO",
    "so-timezone": "UTC",
  });
  const names = Object.keys(server.requests[1]?.headers ?? {});
  expect(names.filter((name) => name.startsWith("so-"))).toEqual([]);
});

test("JSON is asked for where an operation speaks it, images where it sends images", async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  await client.savePersonImage({ personId: 1, image: fixtureFile("front.png") });
  server.answer({ headers: { "Content-Type": "image/gif" }, body: "…" });
  await client.getPersonImage({ personId: 1 });
  await client.getPersonImage({ personId: 1, accept: "image/gif" });
  expect(server.requests.map(({ headers }) => headers.accept)).toEqual([
    "application/json",
    "image/png, image/jpeg, image/gif, image/tiff, application/json",
    "image/gif",
  ]);
});

test("headers of one call win over the client's", async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const client = createSuperOfficeClient({ baseUrl: server.url, auth: bearer("EXAMPLE") });
  await client.savePersonImage({
    personId: 1,
    image: fixtureFile("front.png"),
    acceptLanguage: "en",
    headers: {
      Accept: "application/json; charset=utf-8",
      "accept-language": "de",
      Authorization: "Bearer OTHER",
      "X-Trace": "1",
    },
  });
  expect(server.only().headers).toMatchObject({
    accept: "application/json; charset=utf-8",
    "accept-language": "de",
    authorization: "Bearer OTHER",
    "x-trace": "1",
    "content-type": "image/png",
  });
});

test("raw sends the same credentials to the same address", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url, auth: bearer("EXAMPLE") });
  const { response } = await client.raw.GET("/api/v1/Person/{personId}/ImageInfo", {
    params: { path: { personId: 7 } },
  });
  expect(response.status).toBe(200);
  expect(server.only().target).toBe("/api/v1/Person/7/ImageInfo");
  expect(server.only().headers.authorization).toBe("Bearer EXAMPLE");
});

test("a header that cannot carry its value is named, and the value is not", async () => {
  const client = createCapillaryClient({ baseUrl: "http://127.0.0.1:9" });
  const attribution = { entityType: "STORE_CODE", entityCode: "店" } as const;
  const call = client.getCustomer({ customerId: 1, source: "INSTORE", attribution });
  await expect(call).rejects.toThrow(
    new TypeError(
      "headers: X-CAP-API-ATTRIBUTION-ENTITY-CODE cannot carry its value, which is not Latin-1.",
    ),
  );
});

test("an XSRF token that is not given is read from the page's cookie, before every request", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url, auth: xsrfToken() });
  await expect(client.getPersonImageInfo({ personId: 1 })).rejects.toThrow(
    "xsrfToken: there is no XSRF-TOKEN cookie.",
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  for (const cookie of ["a=b; XSRF-TOKEN=one%3D", "XSRF-TOKEN=two; c=d"]) {
    vi.stubGlobal("document", { cookie });
    await client.getPersonImageInfo({ personId: 1 });
  }
  expect(server.requests.map(({ headers }) => headers["x-xsrf-token"])).toEqual(["one=", "two"]);
});
