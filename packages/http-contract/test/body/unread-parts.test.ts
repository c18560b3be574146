import { Readable } from "node:stream";
import { filePart, form, formType } from "@image-apis/testing/forms";
import { describe, expect, test } from "vitest";
import { readForm } from "../../src/body/form.ts";
import { OpenSinks } from "../../src/body/open-sinks.ts";

const reading = { limits: {}, sinks: new OpenSinks(), isSpent: false };

function read(body: Buffer, pieceLength: number, contentType = formType["Content-Type"]) {
  const count = Math.ceil(body.length / pieceLength);
  const pieces = Array.from({ length: count }, (_, at) =>
    body.subarray(at * pieceLength, (at + 1) * pieceLength),
  );
  return readForm(Readable.from(pieces), contentType, reading);
}

const good = filePart("first");

describe.each([1, 7, 64, 65_536])("in pieces of %i bytes", (pieceLength) => {
  test.each([
    ["a file name that ends in a backslash", filePart("second", "b\\")],
    ["a file name with spaces and no quotes", part('form-data; name="file"; filename=a b.png')],
    ["a file name with a faulty escape", part("form-data; name=\"file\"; filename*=UTF-8''%zz")],
    ["another disposition", part('attachment; name="file"; filename="b.png"')],
    ["no disposition", { headers: ["Content-Type: image/png"], body: "second" }],
  ])("a part with %s is never lost in silence", async (_, unread) => {
    const forms = [[unread], [good, unread], [unread, good, unread]];
    const counts = ["1 of its 1 part has", "1 of its 2 parts has", "2 of its 3 parts have"];
    for (const [at, parts] of forms.entries()) {
      await expect(read(form(parts), pieceLength)).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining(`${counts[at]} no Content-Disposition`),
      });
    }
  });

  test.each([
    ["a slash", "dir/"],
    ["an escaped backslash", "b\\\\"],
    ["a backslash inside", "C:\\b.png"],
    ["a quote", "b%22.png"],
  ])("a file whose name has %s is a file", async (_, filename) => {
    const parts = await read(form([good, filePart("second", filename)]), pieceLength);

    expect(parts.map(({ file }) => file?.bytes)).toEqual([5, 6]);
  });

  test("what only looks like a delimiter is part of a file, or behind the form", async () => {
    const like = "\r\n--boundar\r\n--bound\r\n-- boundary";
    const body = Buffer.concat([
      Buffer.from("before the form\r\n"),
      form([filePart(like), filePart("x--boundary\r\n")]),
      Buffer.from("\r\n--boundary\r\n\r\n--boundary\r\n"),
    ]);

    const parts = await read(body, pieceLength, 'Multipart/Form-Data; a=b; Boundary="boundary"');

    expect(parts.map(({ file }) => file?.bytes)).toEqual([like.length, 13]);
  });
});

function part(disposition: string) {
  return { headers: [`Content-Disposition: ${disposition}`], body: "second" };
}
