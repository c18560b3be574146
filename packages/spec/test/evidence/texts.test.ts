import { describe, expect, it } from "vitest";
import { apiNames, loadDocument, loadEvidence } from "../../src/apis.ts";
import type { OpenApiDocument } from "../../src/document.ts";
import { checkEvidence } from "../../src/evidence/check.ts";
import { examples } from "../../src/evidence/examples.ts";
import type { Evidence } from "../../src/evidence/model.ts";
import { type Json, pointerTokens, toPointer, valueAt } from "../../src/json.ts";

/** Every text of an example whose statement names a source, with its pointer. */
function texts(document: OpenApiDocument, evidence: Evidence): string[] {
  const sourced = new Set(
    evidence.provenance.statements
      .filter(({ kind, source }) => kind === "example" && source.length > 0)
      .flatMap(({ at }) => at),
  );
  const inside = (value: Json, at: string): string[] => {
    if (typeof value === "string") return [at];
    if (value === null || typeof value !== "object") return [];
    return Object.entries(value).flatMap(([key, it]) => inside(it, at + toPointer([key])));
  };
  return examples(document).flatMap(({ pointer, holder }) =>
    Object.entries(holder.examples).flatMap(([key, { value }]) => {
      const at = pointer + toPointer(["examples", key]);
      return sourced.has(at) ? inside(value, `${at}/value`) : [];
    }),
  );
}

/** A copy with another value at a pointer. */
function changed(document: OpenApiDocument, pointer: string, value: Json): OpenApiDocument {
  const copy = structuredClone(document);
  const tokens = pointerTokens(pointer);
  const holder = valueAt(copy, toPointer(tokens.slice(0, -1))) as Record<string, Json>;
  holder[tokens.at(-1) ?? ""] = value;
  return copy;
}

describe.each(apiNames())("the examples of %s", (api) => {
  const document = loadDocument(api);
  const evidence = loadEvidence(api);

  it("hold no text that can be changed unnoticed", () => {
    const found = texts(document, evidence);
    expect(found.length).toBeGreaterThan(10);
    for (const pointer of found) {
      const wrong = `${String(valueAt(document, pointer))} x`;
      const problems = checkEvidence(changed(document, pointer, wrong), evidence);
      expect(
        problems.map((it) => it.pointer),
        pointer,
      ).toContain(pointer);
    }
  });
});

const capillary = loadDocument("capillary");
const sample =
  "/components/responses/CustomerImagesAdded/content/application~1json/examples/200-uploaded";

it("tells a value that differs from its sample by way, expected and found, and nothing else", () => {
  const at = `${sample}/value/data/0/code`;
  expect(checkEvidence(changed(capillary, at, 201), loadEvidence("capillary"))).toEqual([
    {
      pointer: at,
      message: "data.0.code differs from S0#sample: expected 200, found 201.",
    },
  ]);
});

it("wants the vendor's words of a code beside the code", () => {
  const evidence = loadEvidence("capillary");
  const at =
    "/components/responses/CustomerImagesRefused/content/application~1json/examples/400-too-many-images/value/errors/0/message";
  // Another message of the same vendor.
  const document = changed(capillary, at, "Image size is too small");
  expect(checkEvidence(document, evidence).map(({ message }) => message)).toEqual([
    expect.stringContaining("Max image per user is 5"),
  ]);
});

describe("a text that is listed as ours", () => {
  const withOurs = (ours: string[]) => {
    const evidence = structuredClone(loadEvidence("capillary"));
    const statement = evidence.provenance.statements.find(({ at }) =>
      at.some((it) => it.endsWith("/400-not-an-image")),
    );
    if (statement !== undefined) statement.ours = ours;
    return checkEvidence(capillary, evidence).map(({ message }) => message);
  };
  const message = "Not a valid image file, or image not added";

  it("stands in the example", () => {
    expect(withOurs([message, "Gone"])).toEqual([expect.stringContaining('lists "Gone" as ours')]);
  });

  it("is printed by no page", () => {
    expect(withOurs([message])).toEqual([]);
    expect(withOurs([])).toEqual([expect.stringContaining(`"${message}" is printed by no page`)]);
  });
});

describe("a fact that few operations have", () => {
  const operation = "/paths/~1v2~1customers~1{customerId}~1deleteImage/delete";

  it.each<[string, Json]>([
    ["deprecated", true],
    ["deprecated", false],
    ["security", []],
    ["security", [{ Basic: [] }]],
    ["security", [{ OAuth: [], Basic: [] }]],
  ])("needs a source: %s %j", (key, value) => {
    const document = changed(capillary, `${operation}/${key}`, value);
    expect(checkEvidence(document, loadEvidence("capillary"))).toEqual([
      expect.objectContaining({ pointer: `${operation}/${key}`, missing: expect.any(String) }),
    ]);
  });

  it("does not when only the order differs", () => {
    const value = [{ OAuth: [] }, { Basic: [] }];
    const document = changed(capillary, `${operation}/security`, value);
    expect(checkEvidence(document, loadEvidence("capillary"))).toEqual([]);
  });
});

it("refuses two statements of one kind at one place, at the second one", () => {
  const evidence = structuredClone(loadEvidence("capillary"));
  const { statements } = evidence.provenance;
  const server = statements.find(({ kind }) => kind === "server");
  if (server !== undefined) statements.push(server);
  expect(checkEvidence(capillary, evidence)).toEqual([
    expect.objectContaining({
      statement: statements.length - 1,
      message: expect.stringContaining("twice"),
    }),
  ]);
});
