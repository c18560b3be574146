import { describe, expect, it } from "vitest";
import { apiNames, loadDocument, loadEvidence, sourceLocations } from "../src/apis.ts";
import { checkEvidence } from "../src/evidence/check.ts";
import type { Evidence } from "../src/evidence/model.ts";
import { statementPlaces } from "../src/evidence/statements.ts";

/** What a change adds to the problems there are, so that a fault of the documents fails the first test alone. */
function added(api: string, evidence: Evidence): string[] {
  const before = known.get(api) ?? problems(api);
  known.set(api, before);
  return problems(api, undefined, evidence).filter((problem) => !before.includes(problem));
}

const known = new Map<string, string[]>();

/** The problems as a designer reads them: with the line that has to change. */
function problems(
  api: string,
  document = loadDocument(api),
  evidence = loadEvidence(api),
): string[] {
  const locate = sourceLocations(api);
  return checkEvidence(document, evidence).map(({ pointer, message }) => {
    if (pointer === undefined) return message;
    const { file, line } = locate(pointer);
    return `${file}:${line} ${pointer} ${message}`;
  });
}

describe.each(apiNames())("the evidence of %s", (api) => {
  it("carries every statement and claims every inventory entry", () => {
    expect(problems(api)).toEqual([]);
  });

  it("misses the source of any single statement that is taken away", () => {
    const { statements } = loadEvidence(api).provenance;
    const required = new Set(statementPlaces(loadDocument(api)).map(({ kind }) => kind));
    statements.forEach((statement, index) => {
      if (!required.has(statement.kind)) return;
      const evidence = withProvenance(api, (it) => it.statements.splice(index, 1));
      expect(added(api, evidence), statement.at[0]).not.toEqual([]);
    });
  });

  it("misses any single inventory entry that is taken away", () => {
    loadEvidence(api).inventories.forEach(({ key, entries }, page) => {
      entries.forEach(({ id }, index) => {
        const evidence = structuredClone(loadEvidence(api));
        evidence.inventories[page]?.entries.splice(index, 1);
        expect(added(api, evidence), `${key}#${id}`).not.toEqual([]);
      });
    });
  });

  it("refuses an entry that nothing claims", () => {
    const evidence = structuredClone(loadEvidence(api));
    const page = evidence.inventories[0];
    page?.entries.push({ id: "new", kind: "errorCode", place: "a new row", value: 9999 });
    expect(added(api, evidence)).toEqual([
      `${page?.key}#new is neither claimed nor left out: see provenance.yaml.`,
    ]);
  });

  it("refuses an inference without a reason", () => {
    const evidence = withProvenance(api, ({ statements }) => {
      delete statements.find(({ status }) => status === "inferred")?.why;
    });
    expect(added(api, evidence).join()).toContain("is inferred without saying why");
  });

  it("refuses a statement without a place, without a source, or with a status its contradictions deny", () => {
    const change = (edit: (statement: Evidence["provenance"]["statements"][number]) => void) =>
      added(
        api,
        withProvenance(api, ({ statements }) => {
          const contradicted = statements.find(({ status }) => status === "contradicted");
          if (contradicted !== undefined) edit(contradicted);
        }),
      ).join();
    expect(change((it) => it.at.splice(0))).toContain("names no place");
    expect(change((it) => it.source.splice(0))).toContain("names no source");
    expect(
      change((it) => {
        it.status = "companion";
      }),
    ).toContain("names contradictions");
  });

  it("numbers each contradiction once", () => {
    const numbers = loadEvidence(api).provenance.contradictions.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

/** Changes of documented values, each in the bundle's own text. */
const changes: [api: string, what: string, from: string, to: string][] = [
  ["capillary", "a path", "/deleteImage", "/deleteImages"],
  ["capillary", "a host", "eucrm.cc.capillarytech.com", "ascrm.cc.capillarytech.com"],
  ["capillary", "a parameter's type", '"format":"int64"', '"format":"int32"'],
  ["capillary", "a parameter that becomes optional", '"required":true', '"required":false'],
  ["capillary", "an enum", "FACEBOOK", "FACEBOOKS"],
  ["capillary", "a lower limit", '"minBytes":10240', '"minBytes":10000'],
  ["capillary", "an upper limit", '"maxBytes":51380224', '"maxBytes":49000000'],
  ["capillary", "a count", '"maxFiles":5', '"maxFiles":6'],
  ["capillary", "a property's name", '"fileHandle"', '"handle"'],
  ["capillary", "an error code", '"x-error-code":8083', '"x-error-code":8085'],
  ["capillary", "a value of an example", '"latestVersion":-1', '"latestVersion":1'],
  ["capillary", "a token header", "X-CAP-API-OAUTH-TOKEN", "X-CAP-API-TOKEN"],
  ["capillary", "a response header", "X-Cap-Requestid", "X-Cap-Request"],
  [
    "capillary",
    "a property that becomes optional",
    '"required":["code","file",',
    '"required":["file",',
  ],
  [
    "capillary",
    "an optional property that is required",
    '"acl","fileHandle"',
    '"acl","fileSize","fileHandle"',
  ],
  [
    "capillary",
    "a null that no example shows",
    '"status":{"type":"boolean"',
    '"status":{"type":["boolean","null"]',
  ],
  [
    "capillary",
    "what the items of a list are",
    '"description":"What else went wrong.","items":{"$ref":"#/components/schemas/ApiIssue"',
    '"description":"What else went wrong.","items":{"$ref":"#/components/schemas/OpenObject"',
  ],
  ["capillary", "a pattern without its start", '"^s3://"', '"s3://"'],
  ["capillary", "a format", '"format":"uuid",', ""],
  ["capillary", "a value that every sample prints", '"acl":"PRIVATE"', '"acl":"PUBLIC"'],
  ["capillary", "a value a request line prints", '"value":565039505', '"value":5'],
  [
    "capillary",
    "a default nobody states",
    '"enum":["WECHAT","MOBILE_TRIGGER"]',
    '"enum":["WECHAT","MOBILE_TRIGGER"],"default":"WECHAT"',
  ],
  [
    "capillary",
    "the place of a token",
    '"in":"header","name":"X-CAP-API-OAUTH-TOKEN"',
    '"in":"query","name":"X-CAP-API-OAUTH-TOKEN"',
  ],
  ["superoffice", "the scheme of credentials", '"scheme":"SoTicket"', '"scheme":"basic"'],
  ["superoffice", "the cookie of a session", '"ASP.NET_SessionId"', '"JSESSIONID"'],
  ["superoffice", "a page of the vendor", "_SaveImage.md", "_SaveImages.md"],
  [
    "superoffice",
    "the element of a number as XML",
    '"xml":{"name":"int"}',
    '"xml":{"name":"integer"}',
  ],
  [
    "superoffice",
    "what an object is called",
    '"CreatedBy":{"$ref":"#/components/schemas/Associate"}',
    '"CreatedBy":{"$ref":"#/components/schemas/OpenObjectOrNull"}',
  ],
  ["superoffice", "a property that leaves an example", '"BlobId":167,', ""],
  [
    "superoffice",
    "the condition of a success",
    '"x-when":"no-stored-image","value":{}',
    '"value":{}',
  ],
  ["superoffice", "a media type", '"image/gif":', '"image/webp":'],
  ["superoffice", "a header's name", "SO-Culture", "SO-Cultures"],
  ["superoffice", "a status", '"204":', '"200":'],
  ["superoffice", "a condition", "missing-image", "no-image"],
  ["superoffice", "a default", '"default":"Null"', '"default":"Default"'],
];

describe("a document that departs from its sources is refused", () => {
  it.each(changes)("%s: %s", (api, _what, from, to) => {
    const text = JSON.stringify(loadDocument(api));
    expect(text).toContain(from);
    expect(problems(api, JSON.parse(text.replaceAll(from, to)))).not.toEqual([]);
  });
});

function withProvenance(api: string, change: (it: Evidence["provenance"]) => void): Evidence {
  const evidence = structuredClone(loadEvidence(api));
  change(evidence.provenance);
  return evidence;
}
