import { startMock } from "@image-apis/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mockFace, type Server } from "../../src/faces/mock.ts";
import { type Answer, inFrontOf, replaced } from "../in-front-of.ts";
import { complaints, one } from "../one.ts";

type Offence = [what: string, exchange: string, change: (right: Answer) => Partial<Answer>, RegExp];

const twoFiles = "capillary/addCustomerImage/two-files";
const tooSmall = "capillary/addCustomerImage/file-under-minimum";
const xml = "superoffice/savePersonImage/answered-as-application-xml";
const stored = "superoffice/getPersonImage/stored";
const deleted = "superoffice/deletePersonImage/deleted";

const text = (body: string) => new TextEncoder().encode(body);
const offences: Offence[] = [
  ["another status", twoFiles, () => ({ status: 201 }), /status: expected 200; received 201/],
  ["a refusal as a success", tooSmall, () => ({ status: 200 }), /status: expected 400/],
  ["another media type", twoFiles, () => ({ type: "text/json" }), /received "text\/json"/],
  ["another value", twoFiles, replaced('"18039"', '"18040"'), /fileSize: expected "18039"/],
  ["a number as a text", twoFiles, replaced("-1", '"-1"'), /expected -1; received "-1"/],
  ["a property left out", twoFiles, replaced(',"errors":[]', ""), /body \/errors: .* nothing/],
  ["a further property", twoFiles, replaced("{", '{"took":5,'), /body \/took: expected nothing/],
  ["another code", tooSmall, replaced("8083", "8084"), /code: expected 8083; received 8084/],
  ["no JSON", twoFiles, () => ({ body: text("<html>") }), /body: expected .*received "<html>"/],
  ["no body", twoFiles, () => ({ body: text("") }), /media type: .*received nothing/],
  ["another XML element", xml, replaced("<int>", "<xml>"), /received "<xml>167<\/int>"/],
  ["another number in XML", xml, replaced("167", "168"), /body: expected "167"/],
  ["other bytes of a file", stored, replaced("PNG", "GIF"), /49456 bytes with SHA-1 .*received/],
  ["a body where there is none", deleted, () => ({ status: 200, body: text("{}") }), /status/],
];

describe("the mock face sees in a response", () => {
  let mock: Server;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
  });
  afterAll(() => mock?.close());

  it.each(offences)("%s (%s)", async (_what, exchange, change, complaint) => {
    const judge = (it: typeof change) =>
      complaints(
        mockFace(() => inFrontOf(mock, { answer: it })),
        one(exchange),
      );
    expect(await judge(() => ({}))).toBe("");
    expect(await judge(change)).toMatch(complaint);
  });

  it("a wrong one of an exchange that is given others, too", async () => {
    const contract = one("capillary/getCustomer/list-after-a-delete");
    expect(contract.exchanges[0].given).not.toEqual([]);
    const silent = mockFace(() => inFrontOf(mock, { answer: () => ({ status: 500 }) }));
    expect(await complaints(silent, contract)).toMatch(/received 500/);
  });
});
