import { expect, test } from "vitest";
import {
  ApiError,
  basicAuth,
  bearer,
  CredentialsError,
  createCapillaryClient,
  createSuperOfficeClient,
  oauth,
  oauthToken,
  type Secret,
} from "../src/index.ts";
import { answers, misbehavingServer } from "./misbehaving-server.ts";

const get = { customerId: 1, source: "INSTORE" } as const;
const client = { key: "k", secret: "s" };

test.each([{}, { accessToken: "" }, { accessToken: 7, ttlSeconds: 300 }, null])(
  "a token answer with %j is an error of generateToken, and no undefined is sent",
  async (data) => {
    const server = await misbehavingServer(answers(200, { data, errors: null }));
    const capillary = createCapillaryClient({ baseUrl: server.url, auth: oauth(client) });
    await expect(capillary.getCustomer(get)).rejects.toMatchObject({
      name: "UnreadableResponseError",
      operationId: "generateToken",
      status: 200,
      message: "generateToken answered 200 without an access token.",
    });
    expect(server.received).toHaveLength(1);
  },
);

test.each([undefined, null, "soon", Number.NaN, -1])(
  "a token that lives %j seconds is kept until it is refused",
  async (ttlSeconds) => {
    const asked: string[] = [];
    const server = await misbehavingServer((request, response) => {
      asked.push(String(request.headers["x-cap-api-oauth-token"]));
      const data = { accessToken: "TOKEN", ttlSeconds };
      answers(200, request.url === "/v3/oauth/token/generate" ? { data } : {})(request, response);
    });
    const capillary = createCapillaryClient({ baseUrl: server.url, auth: oauth(client) });
    await capillary.getCustomer(get);
    await capillary.getCustomer(get);
    expect(asked).toEqual(["undefined", "TOKEN", "TOKEN"]);
  },
);

test("two clients that share one oauth do not share its token", async () => {
  const auth = oauth(client);
  const used: unknown[] = [];
  for (const token of ["ONE", "TWO"]) {
    const server = await misbehavingServer((request, response) => {
      used.push(request.headers["x-cap-api-oauth-token"]);
      answers(200, { data: { accessToken: token, ttlSeconds: 300 } })(request, response);
    });
    await createCapillaryClient({ baseUrl: server.url, auth }).getCustomer(get);
  }
  expect(used).toEqual([undefined, "ONE", undefined, "TWO"]);
});

const noPassword = new Error("no vault");
test.each<[what: string, secret: () => unknown, cause: unknown]>([
  ["rejects", () => Promise.reject(noPassword), noPassword],
  [
    "throws",
    () => {
      throw noPassword;
    },
    noPassword,
  ],
  ["brings nothing", () => undefined, expect.any(TypeError)],
  ["brings an empty text", async () => "", expect.any(TypeError)],
])("a function that %s in place of a secret is a CredentialsError", async (_, secret, cause) => {
  const server = await misbehavingServer(answers(200, {}));
  const auth = oauthToken(secret as Secret);
  const call = createCapillaryClient({ baseUrl: server.url, auth }).getCustomer(get);
  const { error } = await call.result();
  expect(error).toBeInstanceOf(CredentialsError);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ name: "CredentialsError", operationId: "getCustomer", cause });
  expect(error?.message).toContain("getCustomer: no credentials to send: ");
  expect(server.received).toEqual([]);
});

test("a secret that is missing is told at once", () => {
  const missing = undefined as unknown as string;
  expect(() => bearer(missing)).toThrow("Authorization: there is no secret to send with it.");
  expect(() => oauthToken("")).toThrow("there is no secret");
  expect(() => basicAuth({ username: missing, password: "p" })).toThrow("username: pass a text");
  expect(() => basicAuth({ username: "u", passwordMd5: missing })).toThrow("passwordMd5: pass a");
  expect(() => oauth({ key: "k", secret: missing })).toThrow("secret: pass a text");
});

test("a token that the caller set for one call is not renewed for the client", async () => {
  const server = await misbehavingServer(answers(401, {}));
  let asked = 0;
  const auth = bearer(() => `token-${++asked}`);
  const superoffice = createSuperOfficeClient({ baseUrl: server.url, auth });
  const headers = { authorization: "Bearer OWN" };
  const call = superoffice.getPersonImageInfo({ personId: 1, headers });
  await expect(call).rejects.toMatchObject({ name: "AuthenticationError", status: 401 });
  expect(server.received).toHaveLength(1);
  expect(asked).toBeLessThanOrEqual(1);
});
