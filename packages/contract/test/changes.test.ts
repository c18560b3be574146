import { type Contract, loadContracts } from "@image-apis/conformance";
import { loadEvidence } from "@image-apis/spec";
// The judge of provenance is no part of the published package, so it is taken from its folder.
import { checkEvidence } from "@image-apis/spec/evidence";
import { describe, expect, it } from "vitest";
import type { Face } from "../src/face.ts";
import { clientFace } from "../src/faces/client.ts";
import { schemaFace } from "../src/faces/schema.ts";
import { typesFace } from "../src/faces/types.ts";
import { explanations } from "../src/grid-text.ts";
import { prove } from "../src/runner.ts";
import { regeneratedTypes } from "./regenerated-types.ts";
import { unlikeSamples } from "./vendor-samples.ts";

/** What judges a changed document. The types are generated from it first, so that none is red for being old. */
const checks = {
  schema: (contract: Contract) => redCells(schemaFace, contract),
  types: async (contract: Contract) =>
    redCells(typesFace(await regeneratedTypes(contract.api, contract.document)), contract),
  client: (contract: Contract) => redCells(clientFace(), contract),
  samples: async ({ api, document }: Contract) => unlikeSamples(api, document),
  provenance: async ({ api, document }: Contract) =>
    checkEvidence(document, loadEvidence(api)).map(({ message }) => message),
};

async function redCells(face: Face, contract: Contract): Promise<string[]> {
  return explanations(await prove([contract], [face]));
}

type Check = keyof typeof checks;
type Change = [killer: Check, what: string, from: string, to: string];

/** Changes of documented values, each in the bundle's own text, and the check that sees it. */
const changes: Record<string, Change[]> = {
  capillary: [
    ["schema", "a key of an example", '"s3Token":"customerImage', '"s3token":"customerImage'],
    ["types", "a number for a text in an example", '"fileSize":"18039"', '"fileSize":18039'],
    ["samples", "a text of an example", "Successfully uploaded file", "Uploaded"],
    [
      "types",
      "a property's type",
      '"latestVersion":{"type":"integer"',
      '"latestVersion":{"type":"string"',
    ],
    ["schema", "a flag's type", '"status":{"type":"boolean"', '"status":{"type":"string"'],
    ["schema", "a pattern", "^s3://", "^https://"],
    ["schema", "a format", '"format":"uuid"', '"format":"date"'],
    ["schema", "the fewest files", '"minFiles":1', '"minFiles":2'],
    ["schema", "the most parts", '"maxItems":5', '"maxItems":6'],
    ["schema", "the kinds of files", '"mediaTypes":["image/*"]', '"mediaTypes":["image/png"]'],
    ["types", "a part's name", '"file":{"type":"array"', '"image":{"type":"array"'],
    ["schema", "a request header's name", "ATTRIBUTION-ENTITY-CODE", "ATTRIBUTION-CODE"],
    ["schema", "a query parameter's name", '"name":"image_ids"', '"name":"imageIds"'],
    ["client", "the form of a list", '"explode":true,"examples"', '"explode":false,"examples"'],
    [
      "schema",
      "a style",
      '"style":"form","explode":true,"examples"',
      '"style":"pipeDelimited","explode":true,"examples"',
    ],
    ["schema", "a parameter's place", '"customerId","in":"path"', '"customerId","in":"query"'],
    ["types", "a value of an enum", '"mobile","email"', '"phone","email"'],
    ["types", "a request's media type", '"application/octet-stream":', '"application/binary":'],
    ["schema", "a status", '"400":', '"422":'],
    ["client", "the code in an error body", '"code":8082', '"code":8081'],
    ["client", "an error code", '"x-error-code":8082', '"x-error-code":8081'],
    ["schema", "a condition", '"x-when":"image-too-small"', '"x-when":"too-many-images"'],
    ["schema", "a way to sign in", '[{"Basic":[]},{"OAuth":[]}]', '[{"Basic":[]}]'],
  ],
  superoffice: [
    ["provenance", "a server", ".superoffice.com/", ".superoffice.net/"],
    ["provenance", "a method", '"put":', '"post":'],
    ["provenance", "a token's header", '"X-XSRF-TOKEN"', '"X-CSRF-TOKEN"'],
    ["types", "a response's media type", '"text/xml":', '"text/plain":'],
    ["types", "a parameter's name", '"name":"w"', '"name":"width"'],
    ["schema", "an operationId", '"getPersonImage"', '"fetchPersonImage"'],
    ["schema", "a part that becomes optional", '"required":["file"]', '"required":[]'],
    ["schema", "a null that may not be", '["object","null"]', '"object"'],
    ["samples", "the number that is the response", '"value":167', '"value":168'],
  ],
};

/** All exchanges but the one of 49 MB, which would be sent and summed for every change. */
const contracts = loadContracts().map((contract) => ({
  ...contract,
  exchanges: contract.exchanges.filter(({ name }) => name !== "file-at-maximum"),
}));

describe.each(contracts)("of the document of $api", (contract) => {
  it.each(Object.keys(checks) as Check[])("the check %s finds nothing wrong", async (check) => {
    expect(await checks[check](contract)).toEqual([]);
  });

  it.each(changes[contract.api] ?? [])("the check %s sees a change of %s", async (...change) => {
    const [check, , from, to] = change;
    const text = JSON.stringify(contract.document);
    expect(text).toContain(from);
    const document: Contract["document"] = JSON.parse(text.replaceAll(from, to));
    expect(await checks[check]({ ...contract, document })).not.toEqual([]);
  });
});

it("at least twenty changes are tried", () => {
  expect(Object.values(changes).flat().length).toBeGreaterThanOrEqual(20);
});
