import { describe, expect, it } from "vitest";
import { apiNames, loadDocument, loadEvidence, loadExchanges } from "../src/apis.ts";
import { fixtureNames } from "../src/fixtures.ts";
import { operations, responseExamples } from "../src/operation.ts";
import { wireRequest } from "../src/wire-request.ts";

describe.each(apiNames())("the exchanges of %s", (api) => {
  const document = loadDocument(api);
  const all = operations(document);
  const exchanges = loadExchanges(api);
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const operationOf = (id: string) => {
    const found = all.find(({ operationId }) => operationId === id);
    if (found === undefined) throw new Error(`There is no operation ${id}.`);
    return found;
  };

  it("cover every operation", () => {
    const covered = new Set(exchanges.map(({ operationId }) => operationId));
    expect(all.map(({ operationId }) => operationId).filter((id) => !covered.has(id))).toEqual([]);
  });

  it("cover every condition a document names", () => {
    const exercised = new Set(
      exchanges.map(({ operationId, response }) => `${operationId} ${response.example}`),
    );
    const named = all.flatMap((operation) =>
      responseExamples(operation)
        .filter(({ when }) => when.length > 0)
        .map(({ key }) => `${operation.operationId} ${key}`),
    );
    expect(named.filter((example) => !exercised.has(example))).toEqual([]);
  });

  it("send every parameter of every operation, so that no face can miss one", () => {
    const sent = new Set(
      exchanges.flatMap(({ operationId, request }) =>
        [request.path, request.query, request.headers]
          .flatMap(Object.keys)
          .map((name) => `${operationId} ${name.toLowerCase()}`),
      ),
    );
    const declared = all.flatMap(({ operationId, parameters }) =>
      parameters.map(({ name }) => `${operationId} ${name.toLowerCase()}`),
    );
    expect(declared.filter((parameter) => !sent.has(parameter))).toEqual([]);
  });

  it("cover every request media type and every security scheme that stands alone", () => {
    const media = new Set(
      exchanges.map((it) => `${it.operationId} ${it.request.body?.mediaType ?? ""}`),
    );
    const declared = all.flatMap(({ operationId, requestBody }) =>
      Object.keys(requestBody?.content ?? {}).map((type) => [operationId, type] as const),
    );
    const missing = declared.filter(
      ([id, type]) => ![...media].some((it) => matches(it, `${id} ${type}`)),
    );
    expect(missing).toEqual([]);
    const schemes = new Set(exchanges.flatMap(({ request }) => request.security));
    const used = Object.keys(document.components.securitySchemes ?? {});
    expect(used.filter((name) => !schemes.has(name))).toEqual([]);
  });

  it.each(exchanges.map((exchange) => [exchange.id, exchange] as const))(
    "%s names things that exist",
    (_id, exchange) => {
      const operation = operationOf(exchange.operationId);
      const wire = wireRequest(document, operation, exchange);
      expect(wire.target).not.toMatch(/[{}]/);
      const { status, mediaType, example, fixture: file } = exchange.response;
      const response = operation.responses[String(status)];
      expect(response, `status ${status}`).toBeDefined();
      if (mediaType !== undefined)
        expect(Object.keys(response?.content ?? {})).toContain(mediaType);
      if (example !== undefined) {
        expect(Object.keys(response?.content?.[mediaType ?? ""]?.examples ?? {})).toContain(
          example,
        );
      }
      if (file !== undefined) expect(fixtureNames()).toContain(file);
      for (const step of exchange.given) expect([...byId.keys()]).toContain(step);
      const pages = loadEvidence(api).inventories.map(({ key }) => key);
      expect(pages).toContain(exchange.source);
      if (exchange.status === "inferred") expect(exchange.reason).toBeTruthy();
    },
  );
});

function matches(sent: string, declared: string): boolean {
  return declared.endsWith("/*") ? sent.startsWith(declared.slice(0, -1)) : sent === declared;
}
