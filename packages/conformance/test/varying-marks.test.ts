import { loadModels } from "@image-apis/codegen";
import { describe, expect, it } from "vitest";
import { anyServerRules } from "../src/varying/any-server.ts";
import { statefulRules } from "../src/varying/rules.ts";
import { rulesOf, zoneOf } from "../src/varying/rules-of.ts";

const size = { words: "a size", holds: () => true };

describe("what varies is what an overlay marks", () => {
  it("by the name of the property, whatever its spelling, and as the kind says", () => {
    expect(rulesOf("capillary", { size })).toEqual({ filesize: size });
    expect(Object.keys(rulesOf("superoffice", { size })).sort()).toEqual([
      "blobsize",
      "originalsize",
    ]);
  });

  it("a body that is one value is marked at its schema", () => {
    expect(rulesOf("superoffice", { id: size })).toHaveProperty([""], size);
  });

  it("nothing of an API without marks", () => {
    expect(rulesOf("nobody", statefulRules)).toEqual({});
    expect(zoneOf("nobody")).toBe("Z");
  });

  it("every kind that is marked has a rule for any server", () => {
    const text = JSON.stringify(loadModels().map(({ document }) => document));
    const kinds = [...text.matchAll(/"x-varies":"([\w-]+)"/g)].map(([, kind = ""]) => kind);
    expect(kinds.length).toBeGreaterThan(0);
    for (const kind of kinds) expect(Object.keys(anyServerRules)).toContain(kind);
  });
});
