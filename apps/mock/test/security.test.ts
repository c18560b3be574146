import { expect, test } from "vitest";
import { useMock } from "./support/mock.ts";
import { png, saveImage } from "./support/requests.ts";

const mock = useMock();
const base64 = (text: string) => Buffer.from(text).toString("base64");

const accepted: [string, Record<string, string>][] = [
  ["Basic", { Authorization: `Basic ${base64("user:password")}` }],
  ["Basic with colons in the password", { Authorization: `Basic ${base64("user:pass:word:")}` }],
  ["Basic with letters beyond ASCII", { Authorization: `basic ${base64("jürgen:größe")}` }],
  ["SoTicket", { Authorization: "SoTicket 7T:EXAMPLE" }],
  ["SoTicket in other cases", { Authorization: "SOTICKET 7T:EXAMPLE" }],
  ["SOTicket as the vendor also writes it", { Authorization: "SOTicket 7T:EXAMPLE" }],
  ["SOTicket with the application token", { Authorization: "SOTicket 7T:X", "SO-AppToken": "X" }],
  ["Bearer in lower case", { Authorization: "bearer 8A:EXAMPLE" }],
  [
    "the XSRF token with the session",
    { "X-XSRF-TOKEN": "EXAMPLE", Cookie: "XSRF-TOKEN=EXAMPLE; ASP.NET_SessionId=EXAMPLE" },
  ],
];

test.each(accepted)("lets %s pass", async (_, headers) => {
  const received = await mock.send({ target: "/api/v1/Person/123/ImageInfo", headers });

  expect(received.status).toBe(200);
});

const refused: [string, Record<string, string>][] = [
  ["nothing", {}],
  ["a scheme that is not documented", { Authorization: "Digest EXAMPLE" }],
  ["a scheme without credentials", { Authorization: "Bearer" }],
  ["Basic that is not base64", { Authorization: "Basic user:password" }],
  ["Basic without a colon", { Authorization: `Basic ${base64("user")}` }],
  ["Basic without a user", { Authorization: `Basic ${base64(":")}` }],
  ["the XSRF token without the session", { "X-XSRF-TOKEN": "EXAMPLE" }],
  ["the session without the XSRF token", { Cookie: "ASP.NET_SessionId=EXAMPLE" }],
  ["an empty token", { "X-XSRF-TOKEN": "", Cookie: "ASP.NET_SessionId=EXAMPLE" }],
  ["the application token alone", { "SO-AppToken": "EXAMPLE" }],
];

test.each(refused)("refuses %s", async (_, headers) => {
  const received = await mock.send({ target: "/api/v1/Person/123/ImageInfo", headers });

  expect(received.status).toBe(401);
  expect(received.mediaType).toBe("application/problem+json");
});

test("challenges with every documented scheme, each once", async () => {
  const received = await mock.send({ target: "/api/v1/Person/123/ImageInfo" });

  const realm = 'realm="superoffice"';
  expect(received.headers["www-authenticate"]).toBe(
    [
      `Basic ${realm}, charset="UTF-8"`,
      `SoTicket ${realm}`,
      `ApiKey ${realm}, in="header", name="SO-AppToken"`,
      `Bearer ${realm}`,
      `ApiKey ${realm}, in="header", name="X-XSRF-TOKEN"`,
      `ApiKey ${realm}, in="cookie", name="ASP.NET_SessionId"`,
    ].join(", "),
  );
  expect(received.json().accepted).toContainEqual(["SOTicket", "AppToken"]);
});

test("takes each API's own credentials only", async () => {
  const target = "/v2/customers/565039505?source=INSTORE";
  const own = { "X-CAP-API-OAUTH-TOKEN": "EXAMPLE" };

  expect((await mock.send({ target, headers: own })).status).toBe(200);
  expect((await mock.send({ target, headers: { Authorization: "Bearer X" } })).status).toBe(401);
});

test("asks for nothing where the document asks for nothing", async () => {
  const received = await mock.send({
    method: "POST",
    target: "/v3/oauth/token/generate",
    headers: { "Content-Type": "application/json" },
    body: '{"key": "a", "secret": "b"}',
  });

  expect(received.status).toBe(200);
});

test("refuses before it looks at anything else", async () => {
  const sent = saveImage(png, { "Content-Type": "text/plain", Prefer: "code=418" });

  expect(
    (await mock.send({ ...sent, headers: { ...sent.headers, Authorization: "" } })).status,
  ).toBe(401);
});
