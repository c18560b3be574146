import { describe, expect, it } from "vitest";
import { typesFace } from "../../src/faces/types.ts";
import { complaints, one } from "../one.ts";
import { regeneratedTypes } from "../regenerated-types.ts";

type Offence = [what: string, exchange: string, from: string, to: string, complaint: RegExp];

const twoFiles = "capillary/addCustomerImage/two-files";
const tooSmall = "capillary/addCustomerImage/file-under-minimum";
const severalIndexes = "capillary/deleteCustomerImage/several-indexes";
const missingSource = "capillary/getCustomer/missing-source";
const png = "superoffice/savePersonImage/png";
const stored = "superoffice/getPersonImage/stored";

const offences: Offence[] = [
  ["a part that is a text", twoFiles, "file: Uploadable[]", "file: string[]", /to accept/],
  ["a part that is anything", twoFiles, "file: Uploadable[]", "file: unknown[]", /to refuse.*path/],
  ["a part for one file", twoFiles, "file: Uploadable[]", "file: Uploadable", /to accept/],
  ["a part of another name", twoFiles, "file: Uploadable", "FILE: Uploadable", /to accept/],
  ["a raw body that is a text", png, '"image/png": Uploadable', '"image/png": string', /to accept/],
  ["a raw body that is anything", png, '"image/png": Uploadable', '"image/png": any', /to refuse/],
  ["a file that comes as a text", stored, '"image/png": Blob', '"image/png": string', /to accept/],
  ["a property of another type", twoFiles, "fileSize?: string", "fileSize?: number", /to accept/],
  ["a property of another name", twoFiles, "fileHandle: string", "handle: string", /fileHandle/],
  ["a further required property", twoFiles, "acl: string", "acl: string; etag: string", /etag/],
  ["a response that is anything", png, "ImageBlobId: number", "ImageBlobId: any", /to refuse 0n/],
  ["a missing response", tooSmall, "400: components", "404: components", /type .*400/],
  ["a missing media type", png, '"application/json": c', '"application/yaml": c', /to accept 167/],
  ["a single id for a list", severalIndexes, "number[]", "number", /request parameters/],
  ["a query of another name", severalIndexes, "image_ids:", "imageIds:", /image_ids/],
  ["a parameter nobody must send", missingSource, "source: comp", "source?: comp", /to refuse/],
  ["a header of another name", `${png}`, '"Accept-Language"?', '"Accept-Lang"?', /Accept-Language/],
  [
    "an operation of another id",
    png,
    "    savePersonImage: {",
    "    savePersonImages: {",
    /types of operation/,
  ],
  [
    "a path of another name",
    twoFiles,
    "{customerId}/setImage",
    "{id}/setImage",
    /does not exist|no property|Property/,
  ],
  ["a limit of another value", twoFiles, "maxFiles: 5", "maxFiles: 6", /maxFiles: expected 5/],
  [
    "a limit that is not a literal",
    twoFiles,
    "maxFiles: 5",
    "maxFiles: 5 as number",
    /\(type\) number/,
  ],
  ["a limit left out", twoFiles, "minBytes: 10240,", "", /minBytes: expected 10240; received no/],
  ["an error code of another value", tooSmall, "8083: {", "8085: {", /ErrorCode<.*8083.*8085/],
  ["a condition of another name", tooSmall, '["image-too-small"]', '["no-image"]', /when\/0/],
  ["a server of another address", png, '"Cust12345"', '"Cust1"', /servers\/0\/variables\/tenant/],
];

describe("the types face sees in the generated types", () => {
  it.each(offences)("%s (%s)", async (_what, exchange, from, to, complaint) => {
    const contract = one(exchange);
    const judge = async (change: (text: string) => string) =>
      complaints(
        typesFace(await regeneratedTypes(contract.api, contract.document, change)),
        contract,
      );
    expect(await judge((text) => text)).toBe("");
    expect(await judge((text) => text.replaceAll(from, to))).toMatch(complaint);
  });
});
