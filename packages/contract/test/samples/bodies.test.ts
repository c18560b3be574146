import type { SamplePart } from "@image-apis/codegen";
import { fingerprint } from "@image-apis/conformance/judging";
import { fixture } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { awkward, requestWith, tiny, withPrograms } from "./small-requests.ts";

const run = withPrograms();
const form = (...parts: SamplePart[]) =>
  requestWith({ body: { kind: "form", mediaType: "multipart/form-data", parts } });
const text = (name: string, value: string): SamplePart => ({ name, value });
const textPart = (name: string, value: string) => ({
  name,
  filename: "",
  mediaType: "text/plain",
  bytes: `the text ${JSON.stringify(value)}`,
});
const filePart = (filename = "tiny.png") => ({
  name: "file",
  filename,
  mediaType: "image/png",
  bytes: fingerprint(fixture("tiny.png").bytes),
});

async function bodies(...given: Parameters<typeof run>) {
  const sent = await run(...given);
  expect(sent.map(({ run: { exitCode, stderr } }) => (exitCode === 0 ? "" : stderr))).toEqual(
    sent.map(() => ""),
  );
  expect(sent.length).toBeGreaterThan(1);
  return sent.map(({ request }) => request?.body);
}

describe("a form", () => {
  it("has texts and files in the order of the exchange", async () => {
    const request = form(text("title", "A"), tiny(), text("tag", "x"), text("tag", "y"), tiny());
    const parts = [
      textPart("title", "A"),
      filePart(),
      textPart("tag", "x"),
      textPart("tag", "y"),
      filePart(),
    ];
    for (const body of await bodies(request)) expect(body).toEqual({ parts });
  });

  it.each(awkward)("carries the text %j", async (value) => {
    for (const body of await bodies(form(text("note", value)))) {
      expect(body).toEqual({ parts: [textPart("note", value)] });
    }
  });

  it.each(["a b;c,d.png", "'single'.png", "größe 图.png", "$HOME `a`.png"])(
    "names a file %j",
    async (filename) => {
      for (const body of await bodies(form(tiny(filename)))) {
        expect(body).toEqual({ parts: [filePart(filename)] });
      }
    },
  );

  it("can be without a part", async () => {
    const sent = await run(form());
    for (const { language, request } of sent) {
      expect(request?.body, language).toEqual({ parts: [] });
      expect(request?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    }
  });
});

describe("a body that is not a form", () => {
  it.each(awkward)("is JSON with %j", async (value) => {
    const json = { [value]: [value, null, true, -1.5, {}] };
    const request = requestWith({
      body: { kind: "json", mediaType: "application/json", value: json },
    });
    for (const body of await bodies(request)) expect(body).toEqual({ json });
  });

  it.each(["application/merge-patch+json", "application/vnd.pictures.v1+json"])(
    "is JSON under the name %s",
    async (mediaType) => {
      const request = requestWith({
        method: "PATCH",
        body: { kind: "json", mediaType, value: { a: "b" } },
      });
      for (const { request: received } of await run(request)) {
        expect(received?.method).toBe("PATCH");
        expect(received?.headers["content-type"]).toBe(mediaType);
        expect(received?.body).toEqual({ json: { a: "b" } });
      }
    },
  );

  it.each([...awkward, '<?xml version="1.0"?>\n<a b="c">d</a>'])(
    "is the text %j",
    async (value) => {
      const request = requestWith({ body: { kind: "text", mediaType: "text/xml", text: value } });
      const bytes = fingerprint(Buffer.from(value));
      for (const body of await bodies(request)) expect(body).toEqual({ bytes });
    },
  );

  it("is a file", async () => {
    const { file } = tiny();
    const request = requestWith({
      method: "PUT",
      body: { kind: "file", mediaType: "image/png", file },
    });
    for (const { request: received } of await run(request)) {
      expect(received?.method).toBe("PUT");
      expect(received?.headers["content-type"]).toBe("image/png");
      expect(received?.body).toEqual({ bytes: fingerprint(fixture("tiny.png").bytes) });
    }
  });

  it("is without a byte", async () => {
    const request = requestWith({ body: { kind: "empty", mediaType: "image/png" } });
    for (const { request: received } of await run(request)) {
      expect(received?.headers).toMatchObject({ "content-type": "image/png" });
      expect(received?.headers["content-length"]).toBe("0");
      expect(received?.body).toEqual({ bytes: fingerprint(new Uint8Array()) });
    }
  });

  it("is not there", async () => {
    for (const { request: received } of await run(requestWith({}))) {
      expect(received?.method).toBe("POST");
      expect(received?.headers["content-type"]).toBeUndefined();
    }
  });
});
