import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { documentedApis } from "../src/documents/compiled.ts";
import { basic, useServer } from "./support/server.ts";

const { server, send, admin } = useServer();
const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const info = "/api/v1/Person/123/ImageInfo";
const customer = "/v2/customers/565039505?source=INSTORE";

const statusOf = async (target: string, headers: Record<string, string>, method = "GET") =>
  (await send({ target, headers, method })).status;

it("every documented operation but generateToken asks for credentials, and for right ones", async () => {
  const { operations } = documentedApis();
  expect(operations.length).toBeGreaterThan(9);
  for (const { operation } of operations) {
    const { operationId } = operation;
    const target = operation.path.replaceAll(/\{\w+\}/g, "123");
    const method = operation.method.toUpperCase();
    const wrong = [
      {},
      basic(`nobody of ${operationId}`, "wrong"),
      { Authorization: "Bearer wrong" },
    ];
    const found = [];
    for (const headers of wrong) found.push(await statusOf(target, headers, method));
    const expected = operationId === "generateToken" ? [400, 400, 400] : [401, 401, 401];
    expect([operationId, ...found]).toEqual([operationId, ...expected]);
  }
});

it("each API takes a password in its documented form, and not in that of the other one", async () => {
  const password = await server().accounts.add("forms", "write");
  expect(await statusOf(info, basic("forms", password))).toBe(200);
  expect(await statusOf(customer, basic("forms", md5(password)))).toBe(200);
  expect(await statusOf(info, basic("forms", md5(password)))).toBe(401);
  expect(await statusOf(customer, basic("forms", password))).toBe(401);
});

it("generateToken gives a token for a user and a password, and the token opens Capillary alone", async () => {
  const secret = await server().accounts.add("oauth", "read");
  const ask = (body: object) =>
    send({
      method: "POST",
      target: "/v3/oauth/token/generate",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const { status, json } = await ask({ key: "oauth", secret });
  const { accessToken, ttlSeconds } = json().data;
  expect({ status, ttlSeconds }).toEqual({ status: 200, ttlSeconds: 300 });
  expect(await statusOf(customer, { "X-CAP-API-OAUTH-TOKEN": accessToken })).toBe(200);
  expect(await statusOf(info, { Authorization: `Bearer ${accessToken}` })).toBe(401);
  expect((await ask({ key: "oauth", secret: "wrong" })).status).toBe(401);
});

it("a token ends with its time, with its user, and with the password of the user", async () => {
  const { accounts, tokens } = server();
  const bearer = async (name: string, seconds: number) => ({
    Authorization: `Bearer ${(await tokens.issue("bearer", name, seconds)).token}`,
  });
  await accounts.add("leaving", "read");
  await accounts.add("renewed", "read");
  const [expired, leaving, renewed] = [
    await bearer("leaving", 0),
    await bearer("leaving", 60),
    await bearer("renewed", 60),
  ];
  expect(await statusOf(info, expired)).toBe(401);
  expect(await statusOf(info, leaving)).toBe(200);
  await accounts.remove("leaving");
  expect(await statusOf(info, leaving)).toBe(401);
  expect(await statusOf(info, renewed)).toBe(200);
  await accounts.renew("renewed");
  expect(await statusOf(info, renewed)).toBe(401);
});

it("a password that was right a moment ago is wrong once it was renewed, or the user removed", async () => {
  const { accounts } = server();
  const before = await accounts.add("cached", "read");
  expect(await statusOf(info, basic("cached", before))).toBe(200);
  const after = await accounts.renew("cached");
  expect(await statusOf(info, basic("cached", before))).toBe(401);
  expect(await statusOf(info, basic("cached", after))).toBe(200);
  await accounts.remove("cached");
  expect(await statusOf(info, basic("cached", after))).toBe(401);
  await accounts.add("cached", "read");
  expect(await statusOf(info, basic("cached", after))).toBe(401);
});

it("a ticket works alone or with a right application token, and the scheme in any case", async () => {
  const { accounts, tokens } = server();
  await accounts.add("partner", "read");
  const { token: ticket } = await tokens.issue("ticket", "partner", 60);
  const { token: app } = await tokens.issue("app", "partner", 60);
  expect(await statusOf(info, { Authorization: `SOTicket ${ticket}` })).toBe(200);
  expect(await statusOf(info, { Authorization: `soticket ${ticket}`, "SO-AppToken": app })).toBe(
    200,
  );
  expect(
    await statusOf(info, { Authorization: `SoTicket ${ticket}`, "SO-AppToken": "wrong" }),
  ).toBe(401);
  expect(await statusOf(info, { "SO-AppToken": app })).toBe(401);
  expect(await statusOf(info, { Authorization: `Bearer ${ticket}` })).toBe(401);
});

it("an XSRF value goes with the cookie of its own session, and with no other", async () => {
  const { accounts, tokens } = server();
  await accounts.add("page", "read");
  const [one, two] = [
    await tokens.issue("session", "page", 60),
    await tokens.issue("session", "page", 60),
  ];
  const ask = (xsrf = "", session = "") =>
    statusOf(info, { "X-XSRF-TOKEN": xsrf, Cookie: `ASP.NET_SessionId=${session}` });
  expect(await ask(one.companion, one.token)).toBe(200);
  expect(await ask(two.companion, one.token)).toBe(401);
  expect(await ask("wrong", one.token)).toBe(401);
  expect(await ask(one.companion, "wrong")).toBe(401);
  expect(await statusOf(info, { Cookie: `ASP.NET_SessionId=${one.token}` })).toBe(401);
  expect(await statusOf(info, { "X-XSRF-TOKEN": one.companion ?? "" })).toBe(401);
});

it("a reader changes nothing, and a writer reads nothing of the server's own", async () => {
  const { accounts } = server();
  const reader = basic("reader", await accounts.add("reader", "read"));
  const writer = basic("writer", await accounts.add("writer", "write"));
  const image = "/api/v1/Person/123/Image";
  expect(await statusOf(info, reader)).toBe(200);
  expect(await statusOf(image, reader, "DELETE")).toBe(403);
  expect(await statusOf(info, reader)).toBe(200);
  for (const target of ["/metrics", "/__server/status", "/__server/none"]) {
    expect(await statusOf(target, {})).toBe(401);
    expect(await statusOf(target, writer)).toBe(403);
  }
  expect(await statusOf(image, writer, "DELETE")).toBe(204);
});

it("metrics and status are for administrators, and for no web page", async () => {
  expect(await statusOf("/metrics", admin())).toBe(200);
  expect(await statusOf("/__server/status", admin())).toBe(200);
  for (const page of [
    { Origin: "https://a.example" },
    { Origin: server().url },
    { "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "cross-site" },
  ]) {
    expect(await statusOf("/metrics", { ...admin(), ...page })).toBe(403);
    expect(await statusOf("/__server/status", { ...admin(), ...page })).toBe(403);
  }
});

it("no page of another origin may call, with right credentials neither", async () => {
  const page = { ...admin(), Origin: "https://a.example" };
  const { status, headers } = await send({ target: info, headers: page });
  expect(status).toBe(403);
  expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  expect(await statusOf(info, { ...admin(), "Sec-Fetch-Site": "cross-site" })).toBe(403);
});

it("without credentials there is health, and nothing of what is stored", async () => {
  expect((await send({ target: "/health" })).json()).toEqual({ status: "ok" });
  expect((await send({ target: "/ready" })).json()).toEqual({ status: "ok" });
  expect(await statusOf("/", {})).toBe(404);
  expect(await statusOf("/health", {}, "POST")).toBe(405);
});

it("so many guesses at once that each would wait for long are told to come again", async () => {
  const guesses = Array.from({ length: 40 }, (_, at) =>
    send({ target: info, headers: basic(`nobody ${at}`, "wrong") }),
  );
  const found = await Promise.all(guesses);
  const counts = Object.groupBy(found, ({ status }) => status);
  expect(Object.keys(counts).sort()).toEqual(["401", "503"]);
  expect(counts[503]?.every(({ headers }) => headers["retry-after"] === "5")).toBe(true);
});
