import { startMock } from "@image-apis/mock";
import { describe, expect, it } from "vitest";
import { samples } from "../../scripts/samples.ts";
import { type SamplesSource, samplesFace } from "../../src/faces/samples.ts";
import { gridText } from "../../src/grid-text.ts";
import { prove } from "../../src/runner.ts";
import { hasPython } from "../../src/samples/python.ts";
import { runners } from "../../src/samples/runners.ts";
import { complaints, one } from "../one.ts";

const oneFile = "capillary/addCustomerImage/one-file";
const tooSmall = "capillary/addCustomerImage/file-under-minimum";
const raw = "capillary/uploadRewardsFile/raw-png";
const several = "capillary/deleteCustomerImage/several-indexes";
const jpeg = "superoffice/savePersonImage/jpeg";
const stored = "superoffice/getPersonImage/stored";

type Offence = [what: string, exchange: string, ending: string, from: string, to: string, RegExp];

const offences: Offence[] = [
  [
    "the part's name in capitals",
    oneFile,
    ".sh",
    "'file=",
    "'FILE=",
    /parts\/0\/name: expected "file"/,
  ],
  ["another file name", oneFile, ".fetch.ts", '], "front.png"', '], "a.png"', /parts\/0\/filename/],
  ["another file name", oneFile, ".py", '("front.png"', '("a.png"', /parts\/0\/filename/],
  [
    "a form's type by hand",
    oneFile,
    ".fetch.ts",
    "headers: {",
    'headers: { "Content-Type": "multipart/form-data",',
    /content-type/,
  ],
  ["a web form's type", raw, ".sh", "--header 'Content-Type: image/png' \\\n", "", /urlencoded/],
  ["a list with commas", several, ".sh", "image_ids=0&image_ids=2", "image_ids=0,2", /query/],
  ["an index left out", several, ".client.ts", "[0, 2]", "[0]", /query/],
  ["another method", jpeg, ".fetch.ts", '"PUT"', '"POST"', /method: expected "PUT"/],
  ["another method", jpeg, ".py", "requests.put", "requests.post", /method: expected "PUT"/],
  ["another path", jpeg, ".sh", "/123/", "/124/", /path/],
  ["no credentials", jpeg, ".sh", "--user 'demo-user:demo-password' \\\n", "", /authorization/],
  ["other bytes", raw, ".sh", "@spec/fixtures/tiny.png", "@.curlrc", /bytes with SHA-1/],
  [
    "the request twice",
    several,
    ".sh",
    "curl --",
    "true; curl $(true) http://127.0.0.1:4010/; curl --",
    /2 times/,
  ],
  ["no request", several, ".client.ts", "const {", "throw 1; const {", /0 times/],
  ["no request", several, ".py", "response =", "raise SystemExit(1)\nresponse =", /0 times/],
  [
    "a program that fails in the end",
    several,
    ".client.ts",
    "console.log",
    "throw console.log",
    /to succeed/,
  ],
  ["a refusal that passes for a success", tooSmall, ".sh", " --fail-with-body", "", /to fail/],
  [
    "a refusal without the vendor's body",
    tooSmall,
    ".sh",
    "-with-body",
    "",
    /the output: expected/,
  ],
  [
    "a refusal without the vendor's body",
    tooSmall,
    ".py",
    " {response.text}",
    "",
    /the output: expected/,
  ],
  [
    "a refusal without the vendor's body",
    tooSmall,
    ".fetch.ts",
    "{text}",
    "{1}",
    /the output: expected/,
  ],
  [
    "a success that is not shown",
    jpeg,
    ".fetch.ts",
    "console.log(text)",
    "",
    /the output: expected/,
  ],
  [
    "an image that is cut",
    stored,
    ".py",
    "response.content",
    "response.content[1:]",
    /the file it writes/,
  ],
  [
    "an image that is not kept",
    stored,
    ".client.ts",
    "await writeFile",
    "void",
    /the file it writes/,
  ],
];

const isRun = ([, , ending]: Offence) => ending !== ".py" || hasPython();
if (!offences.every(isRun)) {
  console.warn("\n!!! Offences in Python are NOT TRIED: there is no python3 with requests. !!!\n");
}

/** The face with the one program of an exchange, and the runner of its language. */
function faceOf(ending: string, change: (text: string) => string) {
  const source: SamplesSource = {
    ...samples,
    find(exchange) {
      const found = samples.find(exchange);
      const programs = (found?.programs ?? [])
        .filter(({ file }) => file.endsWith(ending))
        .map((program) => ({ ...program, text: change(program.text) }));
      return { programs, writes: found?.writes };
    },
  };
  const used = Object.entries(runners).filter(([end]) => ending.endsWith(end));
  return samplesFace(source, () => startMock({ port: 0 }), Object.fromEntries(used));
}

describe("the samples face sees", () => {
  it.each(offences.filter(isRun))("%s (%s, %s)", async (_what, id, ending, from, to, complaint) => {
    const texts: string[] = [];
    const asItIs = faceOf(ending, (text) => {
      texts.push(text);
      return text;
    });
    expect(await complaints(asItIs, one(id))).toBe("");
    expect(texts.join()).toContain(from);
    const changed = faceOf(ending, (text) => text.replace(from, to));
    expect(await complaints(changed, one(id))).toMatch(complaint);
  });

  it("an exchange without samples", async () => {
    const face = samplesFace({ ...samples, find: () => undefined }, () => startMock({ port: 0 }));
    expect(await complaints(face, one(several))).toContain(`There are no samples of ${several}`);
  });
});

describe("a language that cannot be run here", () => {
  it("is told below the grid", async () => {
    const none = { ".py": async () => ({ missing: "python3 with the package requests" }) };
    const face = samplesFace(samples, () => startMock({ port: 0 }), none);
    const grid = await prove([one(several)], [face]);
    expect(gridText(grid)).toContain(
      "! samples: The samples in *.py were NOT RUN: this machine has no python3 with the package requests.",
    );
  });
});
