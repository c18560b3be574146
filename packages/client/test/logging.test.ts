import { expect, test, vi } from "vitest";
import {
  appToken,
  basicAuth,
  createCapillaryClient,
  createSuperOfficeClient,
  oauth,
  soTicket,
  xsrfToken,
} from "../src/index.ts";
import { captureServer } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";
import { answers, misbehavingServer } from "./misbehaving-server.ts";
import { remember } from "./remember.ts";

test("a logger sees every attempt, its address, headers and outcome", async () => {
  const server = await captureServer();
  const { logger, everything } = remember();
  const client = createCapillaryClient({ baseUrl: server.url, logger });
  await client.deleteCustomerImage({ customerId: 1, imageIds: [0], headers: { "X-Trace": "7" } });
  expect(everything[0]).toContain(
    `deleteCustomerImage: DELETE ${server.url}/v2/customers/1/deleteImage?image_ids=0`,
  );
  expect(everything[0]).toContain('"x-trace":"7"');
  expect(everything[1]).toContain("deleteCustomerImage: 200");
});

test("no credential, token or cookie comes into a log", async () => {
  const server = await misbehavingServer((request, response) => {
    const headers = { "Set-Cookie": "session=SECRET-COOKIE", "Retry-After": "0" };
    const isToken = request.url === "/v3/oauth/token/generate";
    const data = { accessToken: "SECRET-TOKEN", ttlSeconds: 300 };
    answers(200, isToken ? { data } : {}, headers)(request, response);
  });
  const { logger, everything } = remember();
  const get = { customerId: 1, source: "INSTORE" } as const;
  const till = basicAuth({ username: "till", passwordMd5: "SECRET-MD5" });
  await createCapillaryClient({ baseUrl: server.url, logger, auth: till }).getCustomer(get);
  const client = oauth({ key: "SECRET-KEY", secret: "SECRET-SECRET" });
  await createCapillaryClient({ baseUrl: server.url, logger, auth: client }).getCustomer(get);
  await createSuperOfficeClient({
    baseUrl: server.url,
    logger,
    auth: [soTicket("SECRET-TICKET"), appToken("SECRET-APP"), xsrfToken("SECRET-XSRF")],
  }).getPersonImageInfo({ personId: 1, headers: { Cookie: "SECRET-COOKIE" } });
  const log = everything.join("\n");
  expect(log).toContain('"authorization":"***"');
  expect(log).toContain('"set-cookie":"***"');
  expect(log).not.toContain("SECRET");
  expect(log).not.toContain(btoa("till:SECRET-MD5"));
});

test("the parameters of a signed URL come neither into a log nor into a message", async () => {
  const page =
    '<a href="https://files.example/a.png?X-Amz-Signature=SECRET1&amp;X-Amz-Credential=SECRET2&X-Amz-Date=now">' +
    ' {"accessToken":"SECRET3"}';
  const server = await misbehavingServer(answers(502, page));
  const { logger, everything } = remember();
  const client = createCapillaryClient({ baseUrl: server.url, logger, maxRetries: 1 });
  const error = await client.getCustomer({ customerId: 1, source: "INSTORE" }).catch((it) => it);
  expect(error.message).toContain("X-Amz-Signature=***");
  expect(error.message).toContain("https://files.example/a.png?");
  expect(`${error.message} ${everything.join("\n")}`).not.toContain("SECRET");
  expect(error.body).toContain("SECRET1");
});

test("a signed URL is taken out however its separators are written, and out of other headers", async () => {
  const signed = "https://files.example/a.png?X-Amz-Date=now&X-Amz-Signature=SECRET";
  const page = JSON.stringify({
    escaped: "__",
    encoded: encodeURIComponent(signed),
    entity: signed.replace("&", "&#38;"),
  }).replace("__", signed.replace("&", "\\u0026").replaceAll("=", "\\u003d"));
  const server = await misbehavingServer(answers(502, page, { "X-File": signed, Link: signed }));
  const { logger, everything } = remember();
  const client = createCapillaryClient({ baseUrl: server.url, logger, maxRetries: 0 });
  const error = await client.getCustomer({ customerId: 1, source: "INSTORE" }).catch((it) => it);
  expect(error.message).toContain("files.example/a.png?");
  expect(JSON.stringify(error.body)).toContain("SECRET");
  expect(everything.join("\n")).toContain("https://files.example/a.png?");
  expect(`${error.message} ${everything.join("\n")}`).not.toContain("SECRET");
});

test('limits: "warn" tells the logger and sends', async () => {
  const server = await captureServer();
  const { logger, warnings } = remember();
  const client = createCapillaryClient({ baseUrl: server.url, limits: "warn", logger });
  await client.addCustomerImage({ customerId: 1, files: [fixtureFile("under-minimum.png")] });
  await client.deleteCustomerImage({ customerId: 1, imageIds: [] });
  expect(warnings).toEqual([
    'addCustomerImage: files[0] ("under-minimum.png") has 10239 bytes; the documented minimum is 10240. ' +
      "The vendor's answer would be 8083, an image is smaller than 10 KB.",
    "deleteCustomerImage: imageIds is empty. The vendor's answer would be 8078, no index was sent or there is no image at it.",
  ]);
  expect(server.requests).toHaveLength(2);
});

test('limits: "warn" without a logger tells the console', async () => {
  const server = await captureServer();
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "debug").mockReturnValue();
  const client = createCapillaryClient({ baseUrl: server.url, limits: "warn" });
  await client.deleteCustomerImage({ customerId: 1, imageIds: [] });
  expect(warn).toHaveBeenCalledOnce();
  vi.restoreAllMocks();
});
