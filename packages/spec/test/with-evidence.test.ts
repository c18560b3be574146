import { describe, expect, it } from "vitest";
import { withEvidence } from "../generator/with-evidence.ts";

import {
  apiNames,
  documentText,
  type Json,
  loadDocument,
  loadEvidence,
  pointerTokens,
  toPointer,
  valueAt,
} from "../src/index.ts";

interface Mark {
  status?: string;
  pages?: string[];
  members?: (Mark & { member: string })[];
}

/** The mark of a statement, on the object itself or among the members of an object around it. */
function markOf(document: Json, pointer: string): Mark | undefined {
  const own = valueAt(document, `${pointer}/x-evidence`) as Mark | undefined;
  if (own?.status !== undefined) return own;
  const tokens = pointerTokens(pointer);
  for (let depth = tokens.length - 1; depth > 0; depth--) {
    const around = valueAt(document, `${toPointer(tokens.slice(0, depth))}/x-evidence`) as Mark;
    const member = tokens.slice(depth).join("/");
    const found = around?.members?.find((it) => it.member === member);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe.each(apiNames())("the published bundle of %s", (api) => {
  const published = JSON.parse(documentText(api, "json"));
  const { inventories, provenance } = loadEvidence(api);

  it("says of what is inferred that it is", () => {
    const inferred = provenance.statements.filter(
      ({ status, kind }) => status === "inferred" && kind !== "claim",
    );
    const pointers = inferred.flatMap(({ at }) => at);

    expect(pointers.length).toBeGreaterThan(20);
    expect(pointers.filter((it) => markOf(published, it)?.status !== "inferred")).toEqual([]);
  });

  it("names the pages that an operation stands on", () => {
    const operation = provenance.statements.find(
      ({ kind, source }) => kind === "operation" && source.length > 0,
    );
    const addresses = inventories.map(({ address }) => address);

    const { pages = [] } = markOf(published, operation?.at[0] ?? "") ?? {};
    expect(pages.length).toBeGreaterThan(0);
    expect(addresses).toEqual(expect.arrayContaining(pages));
  });

  it("differs from the document the packages read by its marks alone", () => {
    const bare = JSON.parse(
      JSON.stringify(published, (key, value) => (key === "x-evidence" ? undefined : value)),
    );

    expect(bare).toEqual(loadDocument(api));
  });
});

it("puts nothing beside a reference, and no mark among the names of a map", () => {
  const reference = { $ref: "#/components/responses/Refused" };
  const document = {
    openapi: "3.1.1",
    paths: {
      "/a": { get: { responses: { "401": reference, "200": { headers: { X: reference } } } } },
    },
    components: { schemas: { A: { properties: { b: { $ref: "#/components/schemas/B" } } } } },
  };
  const statement = { kind: "response", source: [], status: "inferred", why: "ours" } as const;
  const at = [
    "/paths/~1a/get/responses/401",
    "/paths/~1a/get/responses/200/headers/X",
    "/components/schemas/A/properties/b",
  ];
  const evidence = {
    inventories: [],
    provenance: { statements: [{ ...statement, at }], contradictions: [], leftOut: [] },
  };

  const marked = withEvidence(document as never, evidence as never);

  const mark = { status: "inferred", pages: [], why: "ours" };
  expect(marked).toEqual({
    ...document,
    paths: {
      "/a": {
        get: {
          responses: {
            "401": reference,
            "200": {
              headers: { X: reference },
              "x-evidence": { members: [{ member: "headers/X", ...mark }] },
            },
          },
          "x-evidence": { members: [{ member: "responses/401", ...mark }] },
        },
      },
    },
    components: {
      schemas: {
        A: { properties: { b: { $ref: "#/components/schemas/B", "x-evidence": mark } } },
      },
    },
  });
});
