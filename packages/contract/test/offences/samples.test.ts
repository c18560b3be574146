import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startMock } from "@image-apis/mock";
import { sampleAddress, sampleFiles, sampleFolder } from "@image-apis/samples";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { samplesFace } from "../../src/faces/samples.ts";
import { complaints, one } from "../one.ts";

const oneFile = "capillary/addCustomerImage/one-file";
const raw = "capillary/uploadRewardsFile/raw-png";
const several = "capillary/deleteCustomerImage/several-indexes";
const jpeg = "superoffice/savePersonImage/jpeg";

type Offence = [what: string, exchange: string, file: string, from: string, to: string, RegExp];

const offences: Offence[] = [
  [
    "the part's name in capitals",
    oneFile,
    "curl.sh",
    "'file=",
    "'FILE=",
    /parts\/0\/name: expected "file"/,
  ],
  ["another file name", oneFile, "fetch.ts", '], "front.png"', '], "a.png"', /parts\/0\/filename/],
  [
    "a form's type by hand",
    oneFile,
    "fetch.ts",
    "{ Authorization: authorization }",
    '{ Authorization: authorization, "Content-Type": "multipart/form-data" }',
    /content-type/,
  ],
  [
    "a web form's type",
    raw,
    "curl.sh",
    "--header 'Content-Type: image/png' \\\n",
    "",
    /urlencoded/,
  ],
  ["a list with commas", several, "curl.sh", "image_ids=0&image_ids=2", "image_ids=0,2", /query/],
  ["an index left out", several, "client.ts", "[0, 2]", "[0]", /query/],
  ["another method", jpeg, "fetch.ts", '"PUT"', '"POST"', /method: expected "PUT"/],
  ["another path", jpeg, "curl.sh", "/123/", "/124/", /path/],
  ["no credentials", jpeg, "curl.sh", "--user 'demo-user:demo-password' \\\n", "", /authorization/],
  ["other bytes", raw, "curl.sh", "@spec/fixtures/tiny.png", "@.curlrc", /bytes with SHA-1/],
  [
    "the request twice",
    several,
    "curl.sh",
    "curl",
    "true; curl $(true) http://127.0.0.1:4010/; curl",
    /2 times/,
  ],
  ["no request", several, "client.ts", "const deleted", "throw 1; const deleted", /0 times/],
  [
    "a program that fails in the end",
    several,
    "client.ts",
    "console.log",
    "throw console.log",
    /end well/,
  ],
];

let folder = "";
beforeAll(() => {
  // Below the samples' own folder, where Node finds the client.
  folder = mkdtempSync(join(sampleFolder("src"), ".offences-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The face with one sample only. */
function faceOf(exchange: string, file: string) {
  const source = {
    address: sampleAddress,
    filesAt: sampleFiles,
    find: () => ({ exchange, files: [file] }),
  };
  return samplesFace(source, () => startMock({ port: 0 }));
}

describe("the samples face sees", () => {
  it.each(offences)("%s (%s, %s)", async (_what, id, name, from, to, complaint) => {
    const [, operationId = "", exchange = ""] = id.split("/");
    const text = readFileSync(join(sampleFolder(operationId), name), "utf8");
    expect(text).toContain(from);
    const file = join(folder, name);
    writeFileSync(file, text);
    expect(await complaints(faceOf(exchange, file), one(id))).toBe("");
    writeFileSync(file, text.replace(from, to));
    expect(await complaints(faceOf(exchange, file), one(id))).toMatch(complaint);
  });

  it("a sample of an exchange that does not exist", async () => {
    const file = join(sampleFolder("deleteCustomerImage"), "curl.sh");
    expect(await complaints(faceOf("nobody", file), one(several))).toContain('"nobody"');
  });

  it("an operation without samples", async () => {
    const source = { address: sampleAddress, filesAt: sampleFiles, find: () => undefined };
    const face = samplesFace(source, () => startMock({ port: 0 }));
    expect(await complaints(face, one(several))).toContain(
      "samples/deleteCustomerImage/ is missing",
    );
  });
});
