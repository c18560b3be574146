import { Readable } from "node:stream";
import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import { createCapillaryClient, createSuperOfficeClient, FileError } from "../src/index.ts";
import { fileFromStream } from "../src/node/index.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

const files = [fixtureFile("front.png"), fixtureFile("side.png")];

test.each([
  ["a set", new Set(files)],
  ["a FileList", { length: 2, 0: files[0], 1: files[1], item: () => null } as ArrayLike<File>],
  [
    "a generator",
    (function* () {
      yield* files;
    })(),
  ],
])("%s of files is sent in its order", async (_, list) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });

  await client.addCustomerImage({ customerId: 1, files: list });

  expect(server.only().parts.map(({ filename }) => filename)).toEqual(["front.png", "side.png"]);
});

test("a Node stream is sent as it comes", async () => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const { bytes } = fixture("portrait.gif");
  const chunks = Readable.from([bytes.subarray(0, 100), bytes.subarray(100)], {
    objectMode: false,
  });

  const image = fileFromStream(chunks, { size: bytes.length, type: "image/gif" });
  await client.savePersonImage({ personId: 1, image });

  expect(server.only().headers["content-type"]).toBe("image/gif");
  expect(sha1(server.only().body)).toBe(sha1(bytes));
});

test("a Node stream that brings less than it said is a FileError", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = fileFromStream(Readable.from([Buffer.from("GIF89a")], { objectMode: false }), {
    size: 20_000,
    type: "image/gif",
  });

  await expect(client.savePersonImage({ personId: 1, image })).rejects.toBeInstanceOf(FileError);
});

test.each([
  [() => fileFromStream("a.png" as never, { size: 1 }), "pass a Readable of bytes"],
  [() => fileFromStream(Readable.from([{}]), { size: 1 }), "pass a Readable of bytes"],
  [
    () => fileFromStream(Readable.from([], { objectMode: false }), { size: -1 }),
    "size is -1; pass the number of bytes it brings",
  ],
])("what is not a stream of bytes with a size is refused", (make, message) => {
  expect(make).toThrow(message);
});
