import { describe, expect, it } from "vitest";
import { apiNames, loadDocument, loadExchanges, loadRefusals } from "../src/apis.ts";
import { fixtureNames } from "../src/fixtures.ts";
import { operations } from "../src/operation.ts";

describe.each(apiNames())("the refusals of %s", (api) => {
  const refusals = loadRefusals(api);
  const all = operations(loadDocument(api));
  const idsOf = (breaks: string) =>
    refusals.filter((it) => it.breaks.includes(breaks)).map(({ operationId }) => operationId);

  it("stand beside the exchanges of every operation", () => {
    const refused = new Set(refusals.map(({ operationId }) => operationId));
    expect(all.filter(({ operationId }) => !refused.has(operationId))).toEqual([]);
  });

  it("try every operation that asks for credentials without them", () => {
    const guarded = all.filter(({ security }) => security.length > 0);
    const ids = guarded.map(({ operationId }) => operationId);
    expect(idsOf("credentials")).toEqual(expect.arrayContaining(ids));
  });

  it("try every operation that takes a body with one of another media type", () => {
    const loaded = all.filter(({ requestBody }) => requestBody !== undefined);
    const ids = loaded.map(({ operationId }) => operationId);
    expect(idsOf("media type of the request body")).toEqual(expect.arrayContaining(ids));
  });

  it("are never called like an exchange, so that an id means one thing", () => {
    const exchanges = new Set(loadExchanges(api).map(({ id }) => id));
    expect(refusals.filter(({ id }) => exchanges.has(id))).toEqual([]);
  });

  it.each(refusals.map((refusal) => [refusal.id, refusal] as const))(
    "%s says all there is to say, and nothing else",
    (_id, { operationId, summary, request, breaks, client, mock, ...others }) => {
      expect(Object.keys(others).sort()).toEqual(["api", "file", "id", "name"]);
      expect(summary).not.toBe("");
      expect(breaks).not.toEqual([]);
      expect(["throws", "sends", "inexpressible"]).toContain(client);
      expect(mock.status).toSatisfy((status: number) => status >= 400 && status < 500);
      const responses = all.find((it) => it.operationId === operationId)?.responses ?? {};
      if (mock.example !== undefined) {
        const { content = {} } = responses[String(mock.status)] ?? {};
        const keys = Object.values(content).flatMap((media) => Object.keys(media.examples ?? {}));
        expect(keys).toContain(mock.example);
      }
      if (request.body !== undefined && "fixture" in request.body) {
        expect(fixtureNames()).toContain(request.body.fixture);
      }
    },
  );
});
