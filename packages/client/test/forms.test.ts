import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import { createCapillaryClient, createSuperOfficeClient } from "../src/index.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

test("one file is one part, with its name, media type and bytes", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.addCustomerImage({ customerId: 565039505, files: [fixtureFile("front.png")] });

  const { method, target, headers, parts } = server.only();
  expect(`${method} ${target}`).toBe("POST /v2/customers/565039505/setImage");
  expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=\S+$/);
  expect(Number(headers["content-length"])).toBeGreaterThan(fixture("front.png").bytes.length);
  expect(parts).toEqual([
    {
      name: "file",
      filename: "front.png",
      mediaType: "image/png",
      sha1: sha1(fixture("front.png").bytes),
    },
  ]);
});

test("five files are five parts of the same name, in their order", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const names = ["front.png", "portrait.jpg", "portrait.gif", "portrait.tiff", "portrait.webp"];
  await client.addCustomerImageByIdentifier({
    source: "INSTORE",
    identifierName: "mobile",
    identifierValue: "910000000000",
    files: names.map(fixtureFile),
  });
  expect(server.only().parts).toEqual(
    names.map((name) => ({
      name: "file",
      filename: name,
      mediaType: fixture(name).mediaType,
      sha1: sha1(fixture(name).bytes),
    })),
  );
});

test.each([
  ["semi;colon.png", "semi;colon.png"],
  ["equals=sign.png", "equals=sign.png"],
  ["a name with spaces.png", "a name with spaces.png"],
  ["café.png", "café.png"],
  ["写真.png", "写真.png"],
  ["it's.png", "it's.png"],
  // A quote would end the name; the encoding is that of every browser.
  ['quo"te.png', "quo%22te.png"],
  ["line\nbreak.png", "line%0Abreak.png"],
])("a file called %j arrives as %j", async (name, arrived) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const file = new File([fixture("front.png").bytes], name, { type: "image/png" });
  await client.addCustomerImage({ customerId: 1, files: [file] });
  const [part] = server.only().parts;
  expect(part).toMatchObject({ filename: arrived, sha1: sha1(fixture("front.png").bytes) });
});

test("a Blob, a Uint8Array and an ArrayBuffer arrive as files too, of the type their bytes tell", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const { bytes } = fixture("front.png");
  // A view into a larger buffer: only what it shows may be sent.
  const larger = new Uint8Array(bytes.length + 20);
  larger.set(bytes, 10);
  await client.addCustomerImage({
    customerId: 1,
    files: [
      new Blob([bytes], { type: "image/png" }),
      larger.subarray(10, 10 + bytes.length),
      bytes.buffer,
    ],
  });
  const sent = { name: "file", filename: "image", sha1: sha1(bytes) };
  expect(server.only().parts).toEqual([
    { ...sent, mediaType: "image/png" },
    { ...sent, mediaType: "image/png" },
    { ...sent, mediaType: "image/png" },
  ]);
});

test("a Content-Type of the caller does not cost the form its boundary", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.addCustomerImage({
    customerId: 1,
    files: [fixtureFile("front.png")],
    headers: { "content-type": "multipart/form-data" },
  });
  expect(server.only().headers["content-type"]).toContain("boundary=");
  expect(server.only().parts).toHaveLength(1);
});

test("a person's image can travel as a form of one part", async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = fixtureFile("front.png");
  await client.savePersonImage({ personId: 123, image, mediaType: "multipart/form-data" });
  expect(server.only().parts).toEqual([
    {
      name: "file",
      filename: "front.png",
      mediaType: "image/png",
      sha1: sha1(fixture("front.png").bytes),
    },
  ]);
});
