import { siteFolder } from "@image-apis/docs";
import { describe, expect, it } from "vitest";
import { builtPages } from "../../src/docs/built-pages.ts";
import { docsFace } from "../../src/faces/docs.ts";
import { complaints, one } from "../one.ts";

type Offence = [what: string, exchange: string, from: string, to: string, complaint: RegExp];

const twoFiles = "capillary/addCustomerImage/two-files";
const tooSmall = "capillary/addCustomerImage/file-under-minimum";
const token = "capillary/generateToken/key-and-secret";
const rewards = "capillary/uploadRewardsFile/raw-bytes";
const png = "superoffice/savePersonImage/png";
const stored = "superoffice/getPersonImage/stored";
const deleted = "superoffice/deletePersonImage/deleted";

const offences: Offence[] = [
  ["another value", twoFiles, '"18039"', '"18040"', /fileSize: expected "18039"/],
  ["a number as a text", twoFiles, ">-1<", '>"-1"<', /expected -1; received "-1"/],
  ["a block that is not JSON", png, ">167<", ">167…<", /expected 167; received "167…"/],
  ["another example key", twoFiles, '"200-uploaded"', '"200-stored"', /once; received 0 times/],
  ["another media type", png, '"application/json"', '"text/html"', /once; received 0 times/],
  ["another status", deleted, 'data-response="204"', 'data-response="200"', /response 204/],
  ["a body where there is none", deleted, 'data-body="none"', "", /has no body on the page/],
  ["a file called text", stored, 'data-body="binary"', "", /is a file, image\/png on the page/],
  ["another error code", tooSmall, '"8083"', '"8084"', /error code: expected "8083"/],
  ["another condition", tooSmall, '"image-too-small"', '"no-image"', /condition: expected/],
  ["another request example", token, "demo-key", "my-key", /request example .*key: expected/],
  ["another method", png, 'data-method="put"', 'data-method="post"', /method on the page/],
  ["another path", png, '}/Image"', '}/Images"', /path on the page/],
  ["another server", png, 'data-server="https:', 'data-server="http:', /servers on the page/],
  ["another way to sign in", png, 'data-security="Bearer"', "", /credentials on the page/],
  ["another parameter", png, 'data-parameter="SO-Culture"', "", /header SO-Culture/],
  ["an optional id", png, 'data-required="true"', 'data-required="false"', /required: expected/],
  ["another example of a parameter", png, 'value="123"', 'value="124"', /personId: expected 123/],
  ["a required body that is not", png, '"required"', '"optional"', /request body on the page/],
  ["a media type left out", png, "image/jpeg image/gif", "image/jpeg", /request media types/],
  [
    "another limit",
    twoFiles,
    'value="51380224"',
    'value="49000000"',
    /maxBytes: expected 51380224/,
  ],
  ["a limit left out", rewards, 'data-limit="mediaTypes"', "", /received nothing/],
];

describe("the docs face sees on a page", () => {
  const pages = builtPages(siteFolder());

  it.each(offences)("%s (%s)", async (_what, exchange, from, to, complaint) => {
    expect(await complaints(docsFace(pages), one(exchange))).toBe("");
    const face = docsFace((id) => pages(id)?.replaceAll(from, to));
    expect(await complaints(face, one(exchange))).toMatch(complaint);
  });

  it("that it is not there", async () => {
    expect(
      await complaints(
        docsFace(() => undefined),
        one(png),
      ),
    ).toMatch(/no page for savePerson/);
  });
});
