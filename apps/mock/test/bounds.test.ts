import { execFileSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { maxKeptBytes } from "@image-apis/http-contract";
import { maxSeedBytes, memoryBounds } from "@image-apis/reference";
import { afterAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../src/index.ts";
import { addImages, basic, filePart, form, png } from "./support/requests.ts";
import { control, send } from "./support/send.ts";

const { totalBytes, things: maxThings, fileCharacters } = memoryBounds;
const folder = mkdtempSync(join(tmpdir(), "bounds-"));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const seedOf = (name: string, seed: unknown) => {
  writeFileSync(at(name), JSON.stringify(seed));
  return at(name);
};
/** A file of any size that takes no room. */
const sparse = (name: string, bytes: number, start: Uint8Array = png) => {
  writeFileSync(at(name), start);
  const file = openSync(at(name), "r+");
  ftruncateSync(file, bytes);
  closeSync(file);
  return name;
};
const withMock = async (seed: unknown, use: (mock: Mock) => Promise<void>) => {
  const mock = await startMock({ port: 0, seed: seedOf("start.json", seed) });
  await use(mock).finally(() => mock.close());
};
const upload = (mock: Mock, name: string) =>
  send(mock.url, {
    method: "POST",
    target: `/api_gateway/file-service/rewards/${name}`,
    headers: basic,
  });
const numbered = (count: number) => Array.from({ length: count }, (_, id) => id);

describe("the rewards files that are remembered", () => {
  test("are no more than the bound; a name that is known may come again", async () => {
    const files = numbered(maxThings - 1).map((id) => ({ name: `f${id}`, version: 1 }));
    await withMock({ files }, async (mock) => {
      expect((await upload(mock, "last.png")).status).toBe(200);

      const refused = await upload(mock, "one-more.png");

      expect([refused.status, refused.mediaType]).toEqual([507, "application/problem+json"]);
      expect(refused.json().detail).toMatch(/at most 10000 files/);
      expect((await upload(mock, "f0")).json().file.version).toBe(2);
      await send(mock.url, { method: "POST", target: "/__mock/reset", headers: control });
      expect((await upload(mock, "one-more.png")).status).toBe(200);
    });
  });

  test("take no more room than the bound, however long their names are", async () => {
    await withMock({ files: [] }, async (mock) => {
      const name = (id: number) => `${id}.${"x".repeat(15_000)}`;
      let stored = 0;
      let status = 200;
      while (status === 200) {
        ({ status } = await upload(mock, name(stored)));
        stored += 1;
      }
      expect(status).toBe(507);
      const { body } = await send(mock.url, { target: "/__mock/state" });
      expect(body.length).toBeLessThan(fileCharacters + 1_000_000);
      expect(body.length).toBeGreaterThan(fileCharacters / 2);
    });
  });
});

test("the journal keeps no more text than its bound, the newest requests", async () => {
  await withMock({}, async (mock) => {
    const files = numbered(50).map((id) =>
      filePart("x", `${id}${"f".repeat(3000)}`, "n".repeat(300)),
    );
    for (let count = 0; count < 300; count++) await send(mock.url, addImages(form(files)));

    const { body } = await send(mock.url, { target: "/__mock/requests" });
    const ids = JSON.parse(body.toString()).map(({ id }: { id: number }) => id);
    expect(body.length).toBeLessThan(9 * 1024 * 1024);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.length).toBeLessThan(300);
    expect(ids.at(-1)).toBe(300);
  });
});

describe("a seed", () => {
  const refuses = (seed: string, message: RegExp) =>
    expect(startMock({ port: 0, seed })).rejects.toThrow(message);

  test.each(["customers", "persons"])(
    "of as many %s as the bound starts, of one more it does not",
    async (kind) => {
      const things = numbered(maxThings + 1).map((id) => ({ id }));
      await withMock({ [kind]: things.slice(1) }, async (mock) => {
        const { body } = await send(mock.url, { target: "/__mock/state" });
        expect(JSON.parse(body.toString())[kind]).toHaveLength(maxThings);
      });

      await refuses(seedOf("many.json", { [kind]: things }), /must NOT have more than 10000 items/);
    },
  );

  test("with more files than the bound is refused", async () => {
    const files = numbered(maxThings + 1).map((id) => ({ name: `f${id}`, version: 1 }));
    await refuses(seedOf("many.json", { files }), /\/files must NOT have more than 10000 items/);
  });

  test("that is too long without its images is refused", async () => {
    const seed = at(sparse("long.json", maxSeedBytes + 1));
    await refuses(
      seed,
      /long\.json cannot be read: it has 4194305 bytes; at most 4194304 are allowed/,
    );
  });

  test("with many mistakes names the first", async () => {
    await refuses(
      seedOf("wrong.json", { customers: Array(500_000).fill(0) }),
      /^The seed .{1,300}$/,
    );
  });

  test("with an image of 400 MB is refused before it is read", async () => {
    const image = sparse("large.png", 400_000_000);
    await refuses(
      seedOf("large.json", { persons: [{ id: 1, image }] }),
      /image of person 1 cannot be read: .*large\.png \(it has 400000000 bytes; at most 67108864 are allowed\)/,
    );
  });

  test("with more bytes of images in all than the bound is refused", async () => {
    const image = sparse("allowed.png", maxKeptBytes);
    const persons = numbered(totalBytes / maxKeptBytes + 1).map((id) => ({ id, image }));
    await refuses(
      seedOf("total.json", { persons }),
      /The seed's images have more than 268435456 bytes in all with that of person 4/,
    );
  });

  test("may be a link to a file, and name one", async () => {
    writeFileSync(at("real.png"), png);
    symlinkSync(at("real.png"), at("link.png"));
    symlinkSync(seedOf("real.json", { persons: [{ id: 5, image: "link.png" }] }), at("link.json"));
    const mock = await startMock({ port: 0, seed: at("link.json") });
    const { body } = await send(mock.url, { target: "/api/v1/Person/5/Image", headers: basic });
    await mock.close();

    expect(body.equals(Buffer.from(png))).toBe(true);
  });
});

describe.each([
  ["a pipe", "fifo", /it is a pipe, not a regular file/],
  ["a link to a pipe", "link-to-fifo", /it is a pipe/],
  ["a directory", "directory", /it is a directory/],
  ["a device", "/dev/zero", /it is a device/],
  ["a link to a device", "link-to-device", /it is a device/],
  ["a socket", "socket", /it is a socket/],
  ["a link to itself", "loop", /ELOOP/],
])("%s", (_, name, reason) => {
  const path = name.startsWith("/") ? name : at(name);

  test("is refused as a seed and as its image, without waiting for it", async () => {
    const socket = createServer();
    if (name.endsWith("fifo")) execFileSync("mkfifo", [at("fifo")]);
    if (name === "link-to-fifo") symlinkSync(at("fifo"), path);
    if (name === "link-to-device") symlinkSync("/dev/zero", path);
    if (name === "loop") symlinkSync(path, path);
    if (name === "directory") execFileSync("mkdir", [path]);
    if (name === "socket") await new Promise<void>((listening) => socket.listen(path, listening));
    const image = seedOf("image.json", { persons: [{ id: 1, image: path }] });

    await expect(startMock({ port: 0, seed: path })).rejects.toThrow(reason);
    await expect(startMock({ port: 0, seed: image })).rejects.toThrow(reason);

    await new Promise((closed) => socket.close(closed));
    rmSync(at("fifo"), { force: true });
  });
});
