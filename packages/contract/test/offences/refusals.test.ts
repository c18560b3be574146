import { startMock } from "@image-apis/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callOf } from "../../src/client/calls.ts";
import { clientFace } from "../../src/faces/client.ts";
import { mockFace, type Server } from "../../src/faces/mock.ts";
import { schemaFace } from "../../src/faces/schema.ts";
import { inFrontOf, replaced, type Wrongs } from "../in-front-of.ts";
import { complaints, type OneRefusal, oneRefusal } from "../one.ts";

const word = "capillary/addCustomerImage/id-is-a-word";
const noCredentials = "capillary/addCustomerImage/no-credentials";
const noBody = "capillary/addCustomerImage/no-body";
const method = "capillary/addCustomerImage/undocumented-method";

const againstTheSchema: [what: string, string, (it: OneRefusal) => void, RegExp][] = [
  [
    "a refusal that breaks nothing",
    word,
    ({ refusals: [it] }) => (it.request.path.customerId = 1),
    /broken rules \/0: expected "path parameter customerId"; received nothing/,
  ],
  [
    "a refusal that breaks another rule",
    word,
    ({ refusals: [it] }) => (it.request.security = []),
    /broken rules \/0: expected "path.*"; received "credentials"/s,
  ],
  [
    "a method that is documented after all",
    method,
    ({ refusals: [it] }) => (it.request.method = "post"),
    /expected "method"; received nothing/,
  ],
];

const againstTheMock: [what: string, string, Wrongs, RegExp][] = [
  [
    "a request that is not refused",
    word,
    { answer: () => ({ status: 200 }) },
    /status: expected 400/,
  ],
  [
    "another refusal",
    noCredentials,
    { answer: () => ({ status: 403 }) },
    /expected 401; received 403/,
  ],
  [
    "no challenge",
    noCredentials,
    { answer: () => ({ headers: {} }) },
    /header www-authenticate: expected to come with 401; received nothing/,
  ],
  ["no word about other methods", method, { answer: () => ({ headers: {} }) }, /header allow/],
  ["no problem details", word, { answer: () => ({ type: "text/html" }) }, /problem\+json/],
  ["another documented error", noBody, { answer: replaced("8084", "8083") }, /expected 8084/],
];

describe("the schema face sees", () => {
  it.each(againstTheSchema)("%s (%s)", async (_what, id, plant, complaint) => {
    const contract = oneRefusal(id);
    expect(await complaints(schemaFace, contract)).toBe("");
    plant(contract);
    expect(await complaints(schemaFace, contract)).toMatch(complaint);
  });
});

describe("the mock face sees", () => {
  let mock: Server;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
  });
  afterAll(() => mock?.close());

  it.each(againstTheMock)("%s (%s)", async (_what, id, wrongs, complaint) => {
    const judge = (it: Wrongs) =>
      complaints(
        mockFace(() => inFrontOf(mock, it)),
        oneRefusal(id),
      );
    expect(await judge({})).toBe("");
    expect(await judge(wrongs)).toMatch(complaint);
  });
});

describe("the client face sees", () => {
  it("a client that sends what it was to refuse", async () => {
    const careless = clientFace((api, id) => (setting, sent) => {
      const path = { ...sent.path, customerId: 1 };
      return callOf(api, id)(setting, { ...sent, path });
    });
    expect(await complaints(clientFace(), oneRefusal(word))).toBe("");
    expect(await complaints(careless, oneRefusal(word))).toMatch(
      /times the request was sent: expected 0; received 1/,
    );
  });

  it("a client that keeps a refusal to itself", async () => {
    const silent = clientFace((api, id) => async (setting, sent) => {
      await callOf(api, id)(setting, sent).catch(() => {});
    });
    expect(await complaints(clientFace(), oneRefusal(noCredentials))).toBe("");
    expect(await complaints(silent, oneRefusal(noCredentials))).toMatch(
      /the call: expected an error; received a returned value/,
    );
  });
});
