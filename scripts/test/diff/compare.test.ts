import { describe, expect, it } from "vitest";
import { compareAll } from "../../src/diff/compare-all.ts";
import {
  capillary,
  type Loose,
  person,
  said,
  schemas,
  superoffice,
  upload,
} from "../support/changes.ts";

it("documents that say the same have no changes", async () => {
  expect(await said(capillary, () => {})).toEqual([]);
});

it("the version alone is not a change: a release raises it, and has no changeset left", async () => {
  const raised = (it: Loose) => {
    it.info.version = "99.0.0";
  };
  expect(await said(capillary, raised)).toEqual([]);
});

describe("what oasdiff sees", () => {
  it.each<[string, (document: Loose) => void, string]>([
    ["an operation that goes", (it) => delete it.paths[upload], "breaking addCustomerImage: "],
    [
      "a parameter that must be sent now",
      (it) => {
        it.paths[upload].post.parameters.push({
          name: "tenant",
          in: "query",
          required: true,
          schema: { type: "string" },
        });
      },
      "breaking addCustomerImage: ",
    ],
    [
      "a response that is new",
      (it) => {
        it.paths[upload].post.responses["409"] = { description: "Twice." };
      },
      "additive addCustomerImage: ",
    ],
    [
      "a body that may be left out",
      (it) => {
        it.paths[upload].post.requestBody.required = false;
      },
      "additive addCustomerImage: ",
    ],
  ])("%s", async (_what, change, expected) => {
    expect((await said(capillary, change))[0]).toContain(expected);
  });
});

it("a change of a schema is told once, with every operation it is about", async () => {
  const fewer = (it: Loose) => {
    schemas(it).ApiErrors.properties.errors.minItems = 0;
  };
  expect(await said(capillary, fewer)).toEqual([
    expect.stringMatching(/^breaking addCustomerImage, .*: errors minItems was 1, is 0$/),
  ]);
  const another = (it: Loose) => {
    schemas(it).CustomerImageResult.properties.code.type = ["integer", "string"];
  };
  expect(await said(capillary, another)).toEqual([
    expect.stringMatching(
      /^breaking addCustomerImage, addCustomerImageByIdentifier: .*code.*integer, string/,
    ),
  ]);
});

it("what nobody judges counts as breaking", async () => {
  const change = (it: Loose) => {
    it.paths[person].put["x-unheard-of"] = true;
    it.paths[person].put.callbacks = { done: {} };
  };
  expect(await said(superoffice, change)).toContainEqual(
    expect.stringMatching(/^breaking savePersonImage: \/paths\/.*\/callbacks is new$/),
  );
});

it("an API that comes is additive, one that goes breaks", async () => {
  const both = new Map([
    ["capillary", capillary],
    ["superoffice", superoffice],
  ]);
  const one = new Map([["capillary", capillary]]);
  expect(await compareAll(one, both)).toMatchObject([{ size: "additive", text: "the API is new" }]);
  expect(await compareAll(both, one)).toMatchObject([
    { size: "breaking", text: "the API is gone" },
  ]);
});
