import { probeFiles } from "@image-apis/testing/probe-files";
import { expect, test } from "vitest";
import { clientOf } from "./client-of.ts";

/** Every type of the probe files, alone and with others, ranges and types that nobody's first bytes tell. */
const types = [...new Set(probeFiles.flatMap(({ image }) => image ?? []))];
const lists = [
  ...types.map((it) => [it]),
  ...types.map((it, index) => [it, types[(index + 5) % types.length] ?? it]),
  ...[["image/*"], ["IMAGE/*; a=b"], ["image/x-unknown"], ["image/png", "image/x-unknown"]],
  ...[["*/*"], ["image/png", "application/pdf"], ["text/plain"]],
];

const isIn = (range: string, type: string) =>
  [type, "image/*", "*/*"].includes((range.split(";")[0] ?? "").toLowerCase());

test.each(lists.map((it) => [it.join(", "), it] as const))(
  "where %s is documented, no file of such a type is refused",
  async (_, mediaTypes) => {
    const { server, client } = await clientOf(`
requestBody:
  required: true
  content:
    multipart/form-data:
      schema:
        type: object
        required: [file]
        properties:
          file: { type: string, format: binary, x-limits: { mediaTypes: ${JSON.stringify(mediaTypes)} } }`);
    // What something other than an image is, first bytes do not tell.
    const isJudged = mediaTypes.every((it) => it.toLowerCase().startsWith("image/"));
    const allowed = probeFiles.filter(
      ({ image }) => !isJudged || mediaTypes.some((it) => image !== undefined && isIn(it, image)),
    );
    for (const { name, declared, bytes } of allowed) {
      await client.call({ file: new File([bytes], name, { type: declared }) });
    }
    expect(server.requests).toHaveLength(allowed.length);
  },
);

test("a type that the document has is not replaced by one that it does not have", async () => {
  const { server, client } = await clientOf(`
requestBody:
  required: true
  content: { image/jpg: { schema: { type: string, format: binary } } }`);
  await client.call({
    file: new File(
      ["\xff\xd8\xff\xe0"].map((it) => Buffer.from(it, "latin1")),
      "a",
      { type: "image/jpg" },
    ),
  });
  expect(server.only().headers["content-type"]).toBe("image/jpg");
});
