import { loadContracts } from "@image-apis/conformance";
import { describe, expect, it } from "vitest";
import { coverageReasons } from "../scripts/coverage-reasons.ts";
import { coverage, rowName } from "../src/coverage/coverage.ts";
import { coverageText } from "../src/coverage/coverage-text.ts";
import { coverageFaults } from "../src/coverage/reasons.ts";

const contracts = loadContracts();
const rows = coverage(contracts);
const reasons = coverageReasons();

/** What is wrong when one exchange is missing. */
function faultsWithout(id: string): string[] {
  const fewer = contracts.map((contract) => ({
    ...contract,
    exchanges: contract.exchanges.filter((exchange) => exchange.id !== id),
  }));
  return coverageFaults(coverage(fewer), reasons);
}

describe("the coverage table", () => {
  it("names every exchange that shows a row", () => {
    const found = rows.find(
      (row) =>
        rowName(row) ===
        "capillary addCustomerImage: request multipart/form-data answered 400 8084 400-not-an-image",
    );
    expect(found?.exchanges).toEqual(["no-image", "text-with-an-image-name"]);
  });

  it.each([
    [
      "capillary/addCustomerImage/file-under-minimum",
      "capillary addCustomerImage: request multipart/form-data answered 400 8083 400-image-too-small",
    ],
    [
      "superoffice/savePersonImage/tiff",
      "superoffice savePersonImage: request image/tiff answered 200",
    ],
    ["superoffice/getPersonImage/scaled-png", "superoffice getPersonImage: parameter query type"],
    [
      "capillary/addCustomerImage/attributed-by-a-lookup",
      "capillary addCustomerImage: parameter header X-CAP-API-ATTRIBUTION-LOOKUP",
    ],
    [
      "superoffice/savePersonImage/with-a-ticket-online",
      "superoffice savePersonImage: credentials AppToken with SOTicket",
    ],
    [
      "superoffice/savePersonImage/answered-as-text-json",
      "superoffice savePersonImage: answer 200 text/json",
    ],
    [
      "superoffice/deletePersonImage/deleted",
      "superoffice deletePersonImage: request none answered 204",
    ],
  ])("has a hole without %s", (id, name) => {
    expect(faultsWithout(id)).toContain(
      `${name}: no exchange shows it. Add one, or the reason to coverage.yaml.`,
    );
  });

  it("refuses a reason for a row that an exchange shows", () => {
    const row = "superoffice savePersonImage: answer 200 text/xml";
    expect(coverageFaults(rows, [...reasons, { reason: "No.", rows: [row] }])).toEqual([
      `${row}: coverage.yaml says why it is empty, but an exchange shows it. Delete the line.`,
    ]);
  });

  it("refuses a reason for a row that does not exist, two for one, and an empty one", () => {
    const [first] = reasons;
    const row = first?.rows[0] ?? "";
    const more = [...reasons, { reason: "Again.", rows: [row] }, { reason: " ", rows: ["a b: c"] }];
    expect(coverageFaults(rows, more)).toEqual([
      "a b: c: coverage.yaml names a row that does not exist. Delete the line.",
      `${row}: coverage.yaml gives two reasons. Delete one.`,
      "a b: c: coverage.yaml gives an empty reason.",
    ]);
  });

  it("is written with the number of exchanges, or the reason for none", () => {
    const lines = coverageText(rows, reasons).split("\n");
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}answer 200 text\/xml +1 exchange$/));
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}request none .* +none: The page prints/),
    );
    expect(coverageText(rows, [])).toMatch(/ empty$/m);
  });
});
