import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";
import type { JournalEntry } from "../src/journal/entry.ts";
import { useMock } from "./support/mock.ts";
import { addImages, filePart, form, png, saveImage } from "./support/requests.ts";
import type { Sent } from "./support/send.ts";

// The memory of a chunk is given back once it was read; what is measured must not suffer from it.
const mock = useMock();
const images = [15_000, 900_000, 70_000].map((bytes) => Buffer.concat([png, randomBytes(bytes)]));
const known = images.map((image) => ({
  bytes: image.length,
  sha256: createHash("sha256").update(image).digest("hex"),
}));

test.each([1000, 16_384, 65_536, 1_000_000])(
  "files that arrive in chunks of %i bytes are measured whole, several at once",
  async (size) => {
    const [one = Buffer.alloc(0)] = images;
    const uploads = [addImages(form(images.map((image) => filePart(image)))), saveImage(one)];
    await Promise.all(uploads.map((upload) => sendInChunks(upload, size)));

    const entries: JournalEntry[] = (await mock.send({ target: "/__mock/requests" })).json();
    const last = (id: string) => entries.findLast(({ operationId }) => operationId === id)?.parts;
    expect(last("addCustomerImage")).toMatchObject(known);
    expect(last("savePersonImage")).toMatchObject(known.slice(0, 1));
  },
);

async function sendInChunks({ method, target, headers, body = "" }: Sent, size: number) {
  const bytes = Buffer.from(body);
  const outgoing = request(mock.url() + target, { method, headers, agent: false });
  for (let at = 0; at < bytes.length; at += size) {
    if (!outgoing.write(bytes.subarray(at, at + size))) await once(outgoing, "drain");
  }
  outgoing.end();
  const [response] = await once(outgoing, "response");
  response.resume();
  await once(response, "end");
}
