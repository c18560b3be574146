import { eventually } from "@image-apis/testing/eventually";
import { afterEach, expect, test, vi } from "vitest";
import { tokenCache } from "../src/auth/token-cache.ts";
import { AuthenticationError, createCapillaryClient, oauth, oauthToken } from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import { answers, type Behaviour, misbehavingServer } from "./misbehaving-server.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Takes one token at a time, and gives a new one to whoever asks. */
function tokenServer(): { behaviour: Behaviour; revoke(): void; given(): number } {
  let given = 0;
  let good = "";
  return {
    behaviour(request, response) {
      if (request.url === "/v3/oauth/token/generate") {
        good = `token-${++given}`;
        const data = { accessToken: good, ttlSeconds: 300 };
        return answers(200, { data, errors: null })(request, response);
      }
      const isGood = request.headers["x-cap-api-oauth-token"] === good;
      return answers(isGood ? 200 : 401, isGood ? { data: [] } : {})(request, response);
    },
    revoke() {
      good = "none";
    },
    given: () => given,
  };
}

test("oauth gets a token once and keeps it", async () => {
  const tokens = tokenServer();
  const server = await misbehavingServer(tokens.behaviour);
  const client = createCapillaryClient({
    baseUrl: server.url,
    auth: oauth({ key: "k", secret: "s" }),
  });
  const get = () => client.getCustomer({ customerId: 1, source: "INSTORE" });
  await Promise.all([get(), get(), get()]);
  await get();
  expect(tokens.given()).toBe(1);
  expect(server.received).toHaveLength(5);
});

test("six parallel uploads that are answered with 401 renew the token once, and each is sent again whole", async () => {
  const tokens = tokenServer();
  const server = await misbehavingServer(tokens.behaviour);
  const client = createCapillaryClient({
    baseUrl: server.url,
    auth: oauth({ key: "k", secret: "s" }),
  });
  await client.getCustomer({ customerId: 1, source: "INSTORE" });
  tokens.revoke();
  const files = [fixtureFile("front.png")];
  await Promise.all(
    Array.from({ length: 6 }, () => client.addCustomerImage({ customerId: 1, files })),
  );
  expect(tokens.given()).toBe(2);
  const uploads = server.received.filter((bytes) => bytes > files.length * 10_240);
  expect(uploads).toHaveLength(12);
  expect(new Set(uploads).size).toBe(1);
});

test("a function that brings a token is asked once for six parallel 401s", async () => {
  let good = "old";
  let asked = 0;
  const server = await misbehavingServer((request, response) => {
    const status = request.headers["x-cap-api-oauth-token"] === "new" ? 200 : 401;
    answers(status, {})(request, response);
  });
  const auth = oauthToken(async () => {
    asked += 1;
    return good;
  });
  const client = createCapillaryClient({ baseUrl: server.url, auth });
  const calls = Array.from({ length: 6 }, () =>
    client.getCustomer({ customerId: 1, source: "INSTORE" }),
  );
  await eventually(() => expect(asked).toBe(6));
  good = "new";
  await Promise.all(calls);
  expect(asked).toBe(7);
});

test("credentials that stay the same are not tried twice", async () => {
  const server = await misbehavingServer(answers(401, {}));
  for (const auth of [oauthToken("fixed"), oauthToken(async () => "same")]) {
    const client = createCapillaryClient({ baseUrl: server.url, auth });
    const error = await client.getCustomer({ customerId: 1, source: "INSTORE" }).catch((it) => it);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ status: 401, operationId: "getCustomer" });
  }
  expect(server.received).toHaveLength(2);
});

test("a token that is refused twice is told to the caller", async () => {
  const server = await misbehavingServer((request, response) => {
    const isToken = request.url === "/v3/oauth/token/generate";
    const data = { accessToken: `t${Math.random()}`, ttlSeconds: 300 };
    answers(isToken ? 200 : 401, isToken ? { data } : {})(request, response);
  });
  const client = createCapillaryClient({
    baseUrl: server.url,
    auth: oauth({ key: "k", secret: "s" }),
  });
  await expect(client.getCustomer({ customerId: 1, source: "INSTORE" })).rejects.toThrow(
    AuthenticationError,
  );
  expect(server.received).toHaveLength(4);
});

test("a key that is refused is an AuthenticationError of generateToken", async () => {
  const server = await misbehavingServer(answers(401, {}));
  const client = createCapillaryClient({
    baseUrl: server.url,
    auth: oauth({ key: "k", secret: "s" }),
  });
  await expect(client.getCustomer({ customerId: 1, source: "INSTORE" })).rejects.toMatchObject({
    name: "AuthenticationError",
    operationId: "generateToken",
  });
  expect(server.received).toHaveLength(1);
});

test("a token near its end is renewed beside the calls, one at its end before them", async () => {
  vi.useFakeTimers();
  let loaded = 0;
  const get = tokenCache();
  const load = async () => ({ token: `token-${++loaded}`, life: 300_000 });
  expect(await get(load)).toBe("token-1");
  vi.advanceTimersByTime(179_000);
  expect(await get(load)).toBe("token-1");
  expect(loaded).toBe(1);
  vi.advanceTimersByTime(2_000);
  // Stale: this call goes out with the old token, the next with the new one.
  expect(await get(load)).toBe("token-1");
  expect(loaded).toBe(2);
  expect(await get(load)).toBe("token-2");
  vi.advanceTimersByTime(280_000);
  expect(await get(load)).toBe("token-3");
});

test("a failed renewal beside the calls does not fail them", async () => {
  vi.useFakeTimers();
  const get = tokenCache();
  await get(async () => ({ token: "token-1", life: 300_000 }));
  vi.advanceTimersByTime(200_000);
  expect(await get(() => Promise.reject(new Error("down")))).toBe("token-1");
  vi.advanceTimersByTime(90_000);
  await expect(get(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
});
