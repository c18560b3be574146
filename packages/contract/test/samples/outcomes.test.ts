import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleSet } from "@image-apis/codegen";
import type { ExpectedResponse } from "@image-apis/conformance/judging";
import { fixture } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { requestWith, withPrograms } from "./small-requests.ts";

const run = withPrograms();
const bytes = (mediaType: string, text: string, status = 200): ExpectedResponse => ({
  status,
  mediaType,
  body: { kind: "file", bytes: new TextEncoder().encode(text) },
});
const json = (value: unknown, status = 200) =>
  bytes("application/json", JSON.stringify(value), status);

const rules = {
  items: [{ at: "/errors/*" }],
  flag: [{ at: "", where: { status: "false" } }],
  itemFlag: [{ at: "/data/*", where: { status: "FALSE", kind: "file" } }],
  deep: [{ at: "/result/problems/*/causes/*" }],
  property: [{ at: "/error" }],
  odd: [{ at: "/fault code/*", where: { "is-bad": "true" } }],
  two: [{ at: "/errors/*" }, { at: "", where: { Error: "true" } }],
};

describe("a failure with status 200", () => {
  it.each([
    ["in a list", rules.items, { errors: [{ code: 1 }] }],
    ["as a flag, a text", rules.flag, { status: "false" }],
    ["as a flag, true or false", rules.flag, { status: false }],
    [
      "as flags of an item",
      rules.itemFlag,
      { data: [{ status: "true" }, { status: false, kind: "FILE" }] },
    ],
    ["deep inside", rules.deep, { result: { problems: [{}, { causes: ["a"] }] } }],
    ["as a property", rules.property, { error: { code: 1 } }],
    [
      "under names that are no names of variables",
      rules.odd,
      { "fault code": [{ "is-bad": true }] },
    ],
    ["in the second place", rules.two, { Error: true }],
  ])("%s makes a program fail and is shown", async (_where, failures, body) => {
    const sent = await run(requestWith({ failures }), json(body));
    for (const { language, run: outcome } of sent) {
      expect(outcome.stdout + outcome.stderr, language).toContain(JSON.stringify(body));
      // curl looks into no body; the comment above the command says where to look.
      if (language !== "curl") expect(outcome.exitCode, language).not.toBe(0);
    }
  });

  it.each([
    ["an empty list", rules.items, { errors: [] }],
    ["no list", rules.items, {}],
    ["null", rules.items, { errors: null }],
    ["the flag of a success", rules.flag, { status: "true" }],
    ["half of the flags", rules.itemFlag, { data: [{ status: "false", kind: "text" }] }],
    ["nothing on the way", rules.deep, { result: { problems: [{}] } }],
    ["no such property", rules.property, { error: null }],
  ])("is not seen in %s", async (_what, failures, body) => {
    const sent = await run(requestWith({ failures }), json(body));
    for (const { language, run: outcome } of sent) {
      expect(outcome.stderr.replace(/^.*% Total[\s\S]*/m, ""), language).toBe("");
      expect(outcome.exitCode, language).toBe(0);
      expect(outcome.stdout, language).toContain(JSON.stringify(body));
    }
  });

  it("is told of by curl's comment", () => {
    const [curl] = sampleSet(requestWith({ failures: rules.two })).samples;
    expect(curl?.text).toContain(
      "# A success status can still hide a failure. Check errors[] and Error in the body.\n",
    );
  });
});

describe("a refusal makes a program fail and is shown,", () => {
  it.each([
    ["JSON", json({ code: 8083, message: "Image size is too small" }, 400)],
    ["XML", bytes("text/xml", "<error>Too small</error>", 404)],
    ["a page", bytes("text/html", "<h1>Bad gateway</h1>", 502)],
    ["a text", bytes("text/plain", "No such picture", 401)],
  ])("%s", async (_what, answer) => {
    const shown = answer.body.kind === "file" ? new TextDecoder().decode(answer.body.bytes) : "";
    for (const success of [{ kind: "json" }, { kind: "none" }] as const) {
      for (const { language, run: outcome } of await run(requestWith({ success }), answer)) {
        expect(outcome.exitCode, language).not.toBe(0);
        expect(outcome.stdout + outcome.stderr, language).toContain(shown);
      }
    }
  });

  it("even where a success would be written to a file", async () => {
    const success = { kind: "bytes", file: "refused.png" } as const;
    const answer = json({ code: 1 }, 404);
    for (const { language, run: outcome } of await run(requestWith({ success }), answer)) {
      expect(outcome.exitCode, language).not.toBe(0);
      expect(outcome.stdout + outcome.stderr, language).toContain('{"code":1}');
    }
  });
});

describe("a success", () => {
  it("is printed as it came, numbers beyond 2^53 included", async () => {
    const text = '{"id":12345678901234567890}';
    for (const { language, run: outcome } of await run(
      requestWith({}),
      bytes("application/json", text),
    )) {
      expect(outcome.stdout, language).toContain(text);
    }
  });

  it("is printed where it is XML", async () => {
    const request = requestWith({ success: { kind: "text" } });
    for (const { language, run: outcome } of await run(request, bytes("text/xml", "<id>1</id>"))) {
      expect(outcome.stdout, language).toContain("<id>1</id>");
      expect(outcome.exitCode, language).toBe(0);
    }
  });

  it("is written to a file where it is bytes", async () => {
    const answer: ExpectedResponse = {
      status: 200,
      mediaType: "image/png",
      body: { kind: "file", bytes: fixture("tiny.png").bytes },
    };
    for (const file of ["image.png", "response.bin"]) {
      const request = requestWith({ method: "GET", success: { kind: "bytes", file } });
      for (const { folder, run: outcome } of await run(request, answer)) {
        expect(outcome.exitCode).toBe(0);
        expect(readFileSync(join(folder, file)).equals(fixture("tiny.png").bytes)).toBe(true);
      }
    }
  });

  it("may be without a body", async () => {
    const request = requestWith({ method: "DELETE", success: { kind: "none" } });
    const answer: ExpectedResponse = { status: 204, mediaType: undefined, body: { kind: "none" } };
    for (const { run: outcome } of await run(request, answer)) expect(outcome.exitCode).toBe(0);
  });
});
