import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startMock } from "@image-apis/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mockFace, type Server } from "../../src/faces/mock.ts";
import { complaints, one } from "../one.ts";

interface Answer {
  status: number;
  type: string;
  body: Uint8Array;
}
type Offence = [what: string, exchange: string, change: (right: Answer) => Partial<Answer>, RegExp];

const twoFiles = "capillary/addCustomerImage/two-files";
const tooSmall = "capillary/addCustomerImage/file-under-minimum";
const xml = "superoffice/savePersonImage/answered-as-application-xml";
const stored = "superoffice/getPersonImage/stored";
const deleted = "superoffice/deletePersonImage/deleted";

const text = (body: string) => new TextEncoder().encode(body);
const replaced = (from: string, to: string) => (right: Answer) => ({
  body: text(new TextDecoder().decode(right.body).replace(from, to)),
});

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
  ["another number in XML", xml, replaced("167", "168"), /body \/int: expected "167"/],
  ["other bytes of a file", stored, replaced("PNG", "GIF"), /49456 bytes with SHA-1 .*received/],
  ["a body where there is none", deleted, () => ({ status: 200, body: text("{}") }), /status/],
];

/** A server that passes requests on to the mock and changes what comes back. */
async function inFrontOf(mock: Server, change: (right: Answer) => Partial<Answer>) {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { "content-length": _, ...headers } = request.headers as Record<string, string>;
    const right = await fetch(`${mock.url}${request.url}`, {
      method: request.method ?? "GET",
      headers: { ...headers, connection: "close" },
      body: body.length > 0 ? body : null,
    });
    const answer = {
      status: right.status,
      type: right.headers.get("content-type") ?? "",
      body: await right.bytes(),
    };
    const wrong = { ...answer, ...change(answer) };
    response.writeHead(wrong.status, wrong.type === "" ? {} : { "Content-Type": wrong.type });
    response.end(wrong.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe("the mock face sees in an answer", () => {
  let mock: Server;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
  });
  afterAll(() => mock?.close());

  it.each(offences)("%s (%s)", async (_what, exchange, change, complaint) => {
    const judge = (it: typeof change) =>
      complaints(
        mockFace(() => inFrontOf(mock, it)),
        one(exchange),
      );
    expect(await judge(() => ({}))).toBe("");
    expect(await judge(change)).toMatch(complaint);
  });

  it("nothing of an exchange that needs state", async () => {
    const { given, ...stateless } = one("capillary/getCustomer/list-after-a-delete").exchanges[0];
    expect(given).not.toEqual([]);
    const contract = one(stateless.id);
    const silent = mockFace(() => inFrontOf(mock, () => ({ status: 500 })));
    expect(await complaints(silent, contract)).toBe("");
    contract.exchanges[0].given = [];
    expect(await complaints(silent, contract)).toMatch(/received 500/);
  });
});
