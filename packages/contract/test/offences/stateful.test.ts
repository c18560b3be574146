import { type Contract, loadContracts } from "@image-apis/conformance";
import { startMock } from "@image-apis/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Server } from "../../src/faces/mock.ts";
import { statefulMockFace } from "../../src/faces/stateful-mock.ts";
import { explanations } from "../../src/grid-text.ts";
import { prove } from "../../src/runner.ts";
import { type Answer, inFrontOf, replaced, type Wrongs } from "../in-front-of.ts";

type Offence = [what: string, exchange: string, wrongs: Wrongs, complaint: RegExp];

const twoFiles = "capillary/addCustomerImage/two-files";
const rewards = "capillary/uploadRewardsFile/raw-bytes";
const again = "capillary/uploadRewardsFile/same-name-again";
const list = "capillary/getCustomer/list-after-a-delete";
const withImages = "capillary/getCustomer/with-images";
const saved = "superoffice/savePersonImage/png";
const asXml = "superoffice/savePersonImage/answered-as-text-xml";
const afterASave = "superoffice/getPersonImage/after-a-save";
const info = "superoffice/getPersonImageInfo/with-image";

const body = (from: string | RegExp, to: string): Wrongs => ({ answer: replaced(from, to) });

const offences: Offence[] = [
  ["another status", twoFiles, { answer: () => ({ status: 201 }) }, /status: expected 200/],
  [
    "a size that is not the file's",
    twoFiles,
    body('"49456"', '"49457"'),
    /fileSize: expected .*size/,
  ],
  ["a size as a number", twoFiles, body('"49456"', "49456"), /fileSize: .*received 49456/],
  [
    "a handle that is not a UUID",
    twoFiles,
    body(/"fileHandle":"[^"]+"/, '"fileHandle":"1"'),
    /UUID/,
  ],
  [
    "the same handle twice",
    twoFiles,
    {
      answer: ({ body: bytes }) => {
        const text = new TextDecoder().decode(bytes);
        const [handle = ""] = /"fileHandle":"[^"]+"/.exec(text) ?? [];
        return { body: new TextEncoder().encode(text.replaceAll(/"fileHandle":"[^"]+"/g, handle)) };
      },
    },
    /data\/1\/file\/fileHandle: expected a UUID/,
  ],
  ["a token of another namespace", twoFiles, body("customerImage/", "rewards/"), /s3Token/],
  ["the index of another position", twoFiles, body('05/1"', '05/2"'), /data\/1\/file\/name/],
  ["a time long past", twoFiles, body(/"20\d\d-/, '"2001-'), /lastModified: expected the time/],
  [
    "a version that is not a number",
    twoFiles,
    body('"version":1', '"version":"1"'),
    /version: expected/,
  ],
  [
    "a latest version before the version",
    rewards,
    body('"latest_version":1', '"latest_version":0'),
    /the version/,
  ],
  [
    "a version that does not rise",
    again,
    body(/"(latest_)?version":2/g, '"$1version":1'),
    /version: expected one more/,
  ],
  [
    "a signed address of another file",
    withImages,
    body(/storage.example\/[^?]+/, "storage.example/x"),
    /filePath: expected an address/,
  ],
  ["a property left out", twoFiles, body(',"errors":[]', ""), /errors: expected \[\]/],
  ["a further property", twoFiles, body("{", '{"took":5,'), /took: expected nothing/],
  ["a word that does not vary", twoFiles, body("Successfully", "Surely"), /message: expected/],
  ["an image that was lost", list, { answer: withoutImages }, /customerImage: expected \[/],
  ["a file that was lost", twoFiles, { answer: firstOnly }, /data: expected 2 items, one per file/],
  ["an id that is not a number", saved, body(/\d+/, '"168"'), /body: expected an id/],
  ["an id before the first", asXml, body(/\d+/, "1"), /body: expected an id/],
  ["the size of another image", info, body(/"BlobSize":\d+/, '"BlobSize":-1'), /BlobSize/],
  ["other bytes than were saved", afterASave, body("PNG", "GIF"), /49456 bytes with SHA-1/],
  [
    "a step that is refused",
    list,
    { answer: (_, { method }) => (method === "DELETE" ? { status: 500 } : {}) },
    /status of capillary\/deleteCustomerImage\/second-of-two: expected 200; received 500/,
  ],
];

function withoutImages({ body: bytes }: Answer): Partial<Answer> {
  const value = JSON.parse(new TextDecoder().decode(bytes));
  return "customerImage" in value ? jsonBody({ ...value, customerImage: [] }) : {};
}

function firstOnly({ body: bytes }: Answer): Partial<Answer> {
  const value = JSON.parse(new TextDecoder().decode(bytes));
  return jsonBody({ ...value, data: value.data.slice(0, 1) });
}

function jsonBody(value: unknown): Partial<Answer> {
  return { body: new TextEncoder().encode(JSON.stringify(value)) };
}

/** The contract of an exchange with the steps it is given. */
function withSteps(id: string): Contract {
  for (const contract of loadContracts()) {
    const exchange = contract.exchanges.find((it) => it.id === id);
    if (exchange === undefined) continue;
    const wanted = [...exchange.given, id];
    const exchanges = contract.exchanges.filter((it) => wanted.includes(it.id));
    return { ...contract, exchanges, refusals: [] };
  }
  throw new Error(`There is no exchange ${id}.`);
}

describe("the stateful face sees in a response", () => {
  let mock: Server;
  beforeAll(async () => {
    mock = await startMock({ port: 0, stateful: true });
  });
  afterAll(() => mock?.close());

  const reset = async () => {
    await fetch(`${mock.url}/__mock/reset`, { method: "POST", headers: { "X-Mock-Control": "1" } });
  };

  it.each(offences)("%s (%s)", async (_what, id, wrongs, complaint) => {
    const judge = async (it: Wrongs) => {
      const face = statefulMockFace(async () => ({ ...(await inFrontOf(mock, it)), reset }));
      const { faces, rows } = await prove([withSteps(id)], [face]);
      return explanations({ faces, rows: rows.filter((row) => row.exchange?.id === id) }).join(
        "\n",
      );
    };
    expect(await judge({})).toBe("");
    expect(await judge(wrongs)).toMatch(complaint);
  });

  it("a given step that does not exist", async () => {
    const contract = withSteps(list);
    const exchanges = contract.exchanges.filter((it) => it.id === list);
    const face = statefulMockFace(async () => ({ ...(await inFrontOf(mock, {})), reset }));
    const grid = await prove([{ ...contract, exchanges }], [face]);
    expect(explanations(grid).join("\n")).toMatch(/is given .*two-files, which does not exist/);
  });
});
