import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixture } from "@image-apis/spec";
import { afterAll, describe, expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { type Item, nameAndSize } from "./support/customer-images.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { control, send } from "./support/send.ts";

const jpeg = fixture("portrait.jpg").bytes;

describe("a seed", () => {
  const folder = mkdtempSync(join(tmpdir(), "seed-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, seed: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(seed));
    return join(folder, name);
  };

  test("replaces the documented start; what it leaves out stays", async () => {
    writeFileSync(join(folder, "me.jpg"), jpeg);
    const seed = write("good.json", {
      customers: [{ id: 7, identifiers: { email: "a@b.example" }, images: [{ fileSize: 20_480 }] }],
      persons: [{ id: 8, image: "me.jpg" }, { id: 9 }],
    });
    const seeded = await startMock({ port: 0, seed });
    const get = async (target: string) => send(seeded.url, { target, headers: basic });

    const customer = await get("/v2/customers/7?source=INSTORE&embed=CUSTOMERIMAGE");
    const images: Item[] = customer.json().customerImage;
    expect(images.map(nameAndSize)).toEqual([["100737/7/0", "20480"]]);
    expect(images[0]?.file.s3Token).toMatch(/^customerImage\/100737\/7\/[^/]+$/);
    expect(images[0]?.filePath).toContain(images[0]?.file.s3Token);
    expect((await get("/v2/customers/565039505?source=INSTORE")).status).toBe(400);
    expect((await get("/api/v1/Person/8/Image")).body.equals(jpeg)).toBe(true);
    expect((await get("/api/v1/Person/9/Image")).status).toBe(404);
    const { files } = (await get("/__mock/state")).json();
    expect(files).toEqual([]);
    await seeded.close();
  });

  test.each([
    ["is not JSON", "{", /bad\.json cannot be read: /],
    [
      "has a misspelled key",
      { customer: [] },
      /bad\.json is not valid: \/ must NOT have additional/,
    ],
    [
      "has a customer without an id",
      { customers: [{}] },
      /\/customers\/0 must have required property 'id'/,
    ],
    [
      "names an image that does not exist",
      { persons: [{ id: 1, image: "no.png" }] },
      /seed's image of person 1 cannot be read: .*no\.png \(ENOENT\)/,
    ],
    [
      "names an image that is none",
      { persons: [{ id: 1, image: "bad.json" }] },
      /seed's image of person 1 is not an image; it must be image\//,
    ],
    [
      "has an id beyond the exact numbers",
      '{"customers":[{"id":9007199254740993}]}',
      /\/customers\/0\/id must be <= 9007199254740991/,
    ],
    [
      "has a version beyond the exact numbers",
      '{"files":[{"name":"a","version":9007199254740993}]}',
      /\/files\/0\/version must be <= 9007199254740990/,
    ],
    [
      "has a customer twice",
      { customers: [{ id: 1 }, { id: 1 }] },
      /two of its customers have the id 1/,
    ],
    [
      "has two customers with one address",
      { customers: [1, 2].map((id) => ({ id, identifiers: { email: "a@b.example" } })) },
      /two of its customers have the email a@b\.example/,
    ],
    [
      "has six images of one customer",
      { customers: [{ id: 1, images: Array(6).fill({ fileSize: 20_480 }) }] },
      /customer 1 6 images; at most 5/,
    ],
    [
      "has an image of a size that no upload can have",
      { customers: [{ id: 1, images: [{ fileSize: 500 }] }] },
      /an image of 500 bytes; it must have 10240 to 51380224/,
    ],
    [
      "has a file name that is a path",
      { files: [{ name: "a/b", version: 1 }] },
      /\/files\/0\/name must match pattern/,
    ],
  ])("that %s stops the mock at its start", async (_, seed, message) => {
    const file = write("bad.json", seed);
    if (typeof seed === "string") writeFileSync(file, seed);

    await expect(startMock({ port: 0, seed: file })).rejects.toThrow(message);
  });

  test("may begin with a byte order mark", async () => {
    const seed = join(folder, "marked.json");
    writeFileSync(seed, '\uFEFF{"customers":[]}');

    await (await startMock({ port: 0, seed })).close();
  });

  test("that became unreadable refuses a reset, and nothing is reset", async () => {
    const seed = write("spoilt.json", { persons: [{ id: 8 }], files: [{ name: "a", version: 2 }] });
    const seeded = await startMock({ port: 0, seed });
    const state = async () => (await send(seeded.url, { target: "/__mock/state" })).json();
    await send(seeded.url, { ...saveImage(png), target: "/api/v1/Person/8/Image" });
    const before = await state();
    write("spoilt.json", { files: [], persons: [{ id: 8, image: "gone.png" }] });

    const refused = await send(seeded.url, {
      method: "POST",
      target: "/__mock/reset",
      headers: control,
    });

    expect([refused.status, refused.json().detail]).toEqual([
      409,
      expect.stringMatching(/gone\.png .*Everything stays as it was\.$/),
    ]);
    expect(await state()).toEqual(before);
    await seeded.close();
  });
});
