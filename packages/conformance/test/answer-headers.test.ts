import { loadDocument, operations } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { schemaValidation } from "../src/schema/validation.ts";
import { headerDifferences } from "../src/server/headers.ts";

/** What is said of the headers of an upload's answer, when the documented one is declared like this. */
function differences(declared: object, headers: Record<string, string>) {
  const document = structuredClone(loadDocument("capillary"));
  const header = document.components.headers?.RequestId;
  if (header === undefined) throw new Error("The document has no header RequestId.");
  Object.assign(header, declared);
  const operation = operations(document).find((it) => it.operationId === "addCustomerImage");
  if (operation === undefined) throw new Error("There is no addCustomerImage.");
  const answer = { status: 200, contentType: "application/json", headers, bytes: new Uint8Array() };
  return headerDifferences(document, schemaValidation(document), operation, answer);
}

const what = "header X-Cap-Requestid";

describe("a documented header", () => {
  it("that need not be sent may be missing", () => {
    expect(differences({}, {})).toEqual([]);
  });

  it("that is required is missed", () => {
    expect(differences({ required: true }, {})).toEqual([
      { what, expected: "to be sent", received: "nothing" },
    ]);
    expect(differences({ required: true }, { "x-cap-requestid": "a" })).toEqual([]);
  });

  it("fits its schema", () => {
    const schema = { type: "string", pattern: "^[0-9a-f]+$" };
    expect(differences({ schema }, { "x-cap-requestid": "beef" })).toEqual([]);
    expect(differences({ schema }, { "x-cap-requestid": "none" })).toEqual([
      { what, expected: 'match pattern "^[0-9a-f]+$"', received: '"none"' },
    ]);
  });
});
