import { describe, expect, it } from "vitest";
import { apiNames, loadDocument, loadEvidence, loadExchanges } from "../../src/apis.ts";
import { exchangeProblems } from "../../src/evidence/exchanges.ts";
import type { Evidence, Statement } from "../../src/evidence/model.ts";
import type { Exchange } from "../../src/exchange.ts";

/** One operation with a parameter, a form, a sign-in and two responses. */
const document = {
  openapi: "3.1.1",
  paths: {
    "/images/{id}": {
      put: {
        operationId: "saveImage",
        parameters: [
          { $ref: "#/components/parameters/Id" },
          { $ref: "#/components/parameters/Kind" },
        ],
        requestBody: {
          content: {
            "image/*": {},
            "multipart/form-data": { schema: { $ref: "#/components/schemas/Upload" } },
          },
        },
        responses: { 200: { $ref: "#/components/responses/Saved" } },
      },
    },
  },
  components: {
    parameters: {
      Id: { name: "id", in: "path", required: true, schema: { type: "integer" } },
      Kind: { name: "kind", in: "query", schema: { type: "string", enum: ["front"] } },
    },
    schemas: { Upload: { type: "object", properties: { file: { type: "string" } } } },
    securitySchemes: { Basic: { type: "http", scheme: "basic" } },
    responses: {
      Saved: {
        content: { "application/json": { examples: { "200-saved": { value: { id: 7 } } } } },
      },
    },
  },
} as unknown as ReturnType<typeof loadDocument>;

const put = "/paths/~1images~1{id}/put";
const media = "/components/responses/Saved/content/application~1json";
const statements: Statement[] = (
  [
    ["operation", put],
    ["parameter", "/components/parameters/Id"],
    ["parameter", "/components/parameters/Kind"],
    ["enum", "/components/parameters/Kind/schema/enum"],
    ["securityScheme", "/components/securitySchemes/Basic"],
    ["mediaType", `${put}/requestBody/content/image~1*`],
    ["mediaType", `${put}/requestBody/content/multipart~1form-data`],
    ["part", "/components/schemas/Upload/properties/file"],
    ["response", `${put}/responses/200`],
    ["mediaType", media],
    ["example", `${media}/examples/200-saved`],
  ] as const
).map(([kind, at]) => ({ kind, at: [at], source: ["S9#all"], status: "documented" }));

const evidence: Evidence = {
  inventories: [
    { key: "S9", title: "", address: "", read: "", entries: [] },
    { key: "CAP", title: "", address: "", read: "", isCompanion: true, entries: [] },
  ],
  provenance: { statements, contradictions: [], leftOut: [] },
};

const exchange: Exchange = {
  id: "demo/saveImage/one",
  api: "demo",
  operationId: "saveImage",
  name: "one",
  file: "",
  summary: "One image",
  source: "S9",
  status: "documented",
  given: [],
  request: {
    path: { id: 1 },
    query: { kind: "front" },
    headers: {},
    security: ["Basic"],
    body: { mediaType: "multipart/form-data", parts: [{ name: "file", fixture: "front.png" }] },
  },
  response: { status: 200, mediaType: "application/json", example: "200-saved" },
};

/** What is found when the statement at a place is another one. */
function found(
  pointer: string,
  change: Partial<Statement>,
  it: Partial<Exchange> = {},
  contradictions: Evidence["provenance"]["contradictions"] = [],
): string[] {
  const changed = statements.map((one) => (one.at.includes(pointer) ? { ...one, ...change } : one));
  const provenance = { ...evidence.provenance, statements: changed, contradictions };
  return exchangeProblems(document, { ...evidence, provenance }, [{ ...exchange, ...it }]).map(
    ({ at, message }) => `${at}: ${message}`,
  );
}

const inferred: Partial<Statement> = { status: "inferred", source: [], why: "It is so." };
const companion: Partial<Statement> = { status: "companion", source: ["CAP#all"] };

describe("an exchange that claims what its provenance does", () => {
  it("is documented where all it shows is documented", () => {
    expect(found("", {})).toEqual([]);
  });

  it("may claim less", () => {
    expect(found("", {}, { status: "companion" })).toEqual([]);
    expect(found("", {}, { status: "inferred", reason: "It is so." })).toEqual([]);
  });

  it("is not weakened by what it does not show", () => {
    expect(found(`${put}/requestBody/content/image~1*`, inferred)).toEqual([]);
    expect(
      found("/components/parameters/Kind", inferred, {
        request: { ...exchange.request, query: {} },
      }),
    ).toEqual([]);
  });

  it("follows the reading of pages that contradict each other", () => {
    const reading: Partial<Statement> = { status: "contradicted", contradictions: [1] };
    expect(found(put, reading)).toEqual([]);
    const text = { number: 1, about: "", taken: "", why: "", source: [] };
    const overruled = { ...text, readings: ["", ""] as [string, string], overruled: ["S9#all"] };
    expect(
      found(put, { ...reading, source: ["S9#all", "CAP#all"] }, {}, [overruled]),
    ).toContainEqual(
      "status: The exchange is called documented, but its operation is companion. Call it companion.",
    );
  });
});

describe("an exchange that claims more", () => {
  it.each([
    ["its operation", put],
    ["the parameter id", "/components/parameters/Id"],
    ["the parameter kind", "/components/parameters/Kind"],
    ["the value of kind", "/components/parameters/Kind/schema/enum"],
    ["the sign-in Basic", "/components/securitySchemes/Basic"],
    ["its body as multipart/form-data", `${put}/requestBody/content/multipart~1form-data`],
    ["the part file", "/components/schemas/Upload/properties/file"],
    ["the status 200", `${put}/responses/200`],
    ["its response as application/json", media],
    ["the example 200-saved", `${media}/examples/200-saved`],
  ])("is found by %s", (what, pointer) => {
    expect(found(pointer, inferred)).toEqual([
      `status: The exchange is called documented, but ${what} is inferred. Call it inferred and give the reason.`,
    ]);
    expect(found(pointer, companion)).toEqual([
      `status: The exchange is called documented, but ${what} is companion. Call it companion.`,
    ]);
    expect(found(pointer, inferred, { status: "companion" })).toEqual([
      `status: The exchange is called companion, but ${what} is inferred. Call it inferred and give the reason.`,
    ]);
    expect(found(pointer, companion, { status: "companion" })).toEqual([]);
  });

  it("is found by a raw body of a range of media types", () => {
    const body = { mediaType: "image/png", fixture: "front.png" };
    expect(
      found(`${put}/requestBody/content/image~1*`, inferred, {
        request: { ...exchange.request, body },
      }),
    ).toEqual([expect.stringContaining("its body as image/* is inferred")]);
  });

  it("is found by an exchange before it that claims less", () => {
    const before = { ...exchange, id: "demo/saveImage/before", name: "before", status: "inferred" };
    const after = { ...exchange, given: ["demo/saveImage/before"] };
    expect(
      exchangeProblems(document, evidence, [before as Exchange, after]).map(
        ({ message }) => message,
      ),
    ).toEqual([expect.stringContaining("the exchange before it (saveImage/before) is inferred")]);
  });

  it("is found by a page that says nothing it shows", () => {
    expect(found("", {}, { source: "CAP" })).toEqual([
      "source: No statement about what the exchange shows follows CAP. Name the page that shows it.",
    ]);
  });
});

describe.each(apiNames())("the exchanges of %s", (api) => {
  it("claim no more than the provenance of what they show", () => {
    expect(exchangeProblems(loadDocument(api), loadEvidence(api), loadExchanges(api))).toEqual([]);
  });

  it("miss any of them that is called documented and is not", () => {
    const all = loadExchanges(api);
    for (const one of all.filter(({ status }) => status === "companion")) {
      const raised = all.map((it) => (it === one ? { ...it, status: "documented" as const } : it));
      const found = exchangeProblems(loadDocument(api), loadEvidence(api), raised);
      expect(
        found.map(({ exchange }) => exchange),
        one.id,
      ).toContain(one.id);
    }
  });
});
