import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixture } from "@image-apis/spec";
import { afterEach, describe, expect, test } from "vitest";
import { type MockOptions, type Seed, startMock } from "../src/index.ts";
import { addImages, basic, filePart, form, png, saveImage } from "./support/requests.ts";
import { send } from "./support/send.ts";

const jpeg = fixture("portrait.jpg").bytes;
const close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of close.splice(0)) await end();
});
async function start(options: Partial<MockOptions> = { stateful: true }) {
  const mock = await startMock({ port: 0, ...options });
  close.push(mock.close);
  return mock;
}
const info = "/api/v1/Person/123/ImageInfo";
const imageOf = (url: string, id: number) =>
  send(url, { target: `/api/v1/Person/${id}/Image`, headers: basic });

describe("a program", () => {
  test("reads the requests, and starts again", async () => {
    const mock = await start();
    await send(mock.url, saveImage(png));

    expect(mock.requests()).toMatchObject([{ operationId: "savePersonImage", verdict: "valid" }]);
    await mock.reset();
    expect(mock.requests()).toEqual([]);
  });

  test("reads what a stateful mock remembers", async () => {
    const mock = await start();
    await send(mock.url, saveImage(png));

    const { persons } = await mock.state();
    expect(persons).toContainEqual({
      id: 123,
      image: expect.objectContaining({
        sha256: createHash("sha256").update(png).digest("hex"),
      }),
    });
    await expect((await start({})).state()).rejects.toThrow(/stateful: true/);
  });

  test("lets the next calls fail", async () => {
    const mock = await start({});
    mock.failNext({ operationId: "getPersonImageInfo", fault: 503, times: 2 });
    const statuses: number[] = [];
    for (let call = 0; call < 3; call++) {
      statuses.push((await send(mock.url, { target: info, headers: basic })).status);
    }

    expect(statuses).toEqual([503, 503, 200]);
    expect(() => mock.failNext({ operationId: "save", fault: 503 })).toThrow(
      /There is no operation "save"/,
    );
  });

  test("does the same in a world, and calls it with its fetch", async () => {
    const mock = await start();
    const world = await mock.world("test-17");
    world.failNext({ operationId: "getPersonImageInfo", fault: 503 });

    expect((await send(mock.url, { target: info, headers: basic })).status).toBe(200);
    const statuses: number[] = [];
    for (let call = 0; call < 2; call++) {
      statuses.push((await world.fetch(`${world.url}${info}`, { headers: basic })).status);
    }
    expect(statuses).toEqual([503, 200]);
    expect(world.headers).toEqual({ "X-Mock-World": "test-17" });
    expect([world.requests().length, mock.requests().length]).toEqual([2, 1]);
    await world.reset();
    expect([world.requests().length, mock.requests().length]).toEqual([0, 1]);
    world.end();
    expect((await send(mock.url, { target: "/__mock/worlds" })).json()).toEqual([]);
    await expect(mock.world("a b")).rejects.toThrow(/The name of a world has/);
  });

  test("holds its world: it does not end for want of room", async () => {
    const mock = await start({ stateful: true, worlds: { most: 1 } });
    const world = await mock.world("held");

    await expect(mock.world("other")).rejects.toThrow(/no room for one more world/);
    world.end();
    (await mock.world("other")).end();
  });
});

describe("a seed as an object", () => {
  test("is a start, with bytes for images", async () => {
    const mock = await start({ seed: { persons: [{ id: 8, image: jpeg }, { id: 9 }] } });

    expect((await imageOf(mock.url, 8)).body.equals(jpeg)).toBe(true);
    expect((await imageOf(mock.url, 9)).status).toBe(404);
  });

  test("is the start of every world, and of every reset", async () => {
    const mock = await start({ seed: { persons: [{ id: 8, image: jpeg }] } });
    const world = await mock.world("one");
    const remove = { method: "DELETE", target: "/api/v1/Person/8/Image", headers: basic };
    await send(mock.url, remove);

    const kept = await world.fetch(`${world.url}/api/v1/Person/8/Image`, { headers: basic });
    expect(Buffer.from(await kept.arrayBuffer()).equals(jpeg)).toBe(true);
    expect((await imageOf(mock.url, 8)).status).toBe(404);
    await mock.reset();
    expect((await imageOf(mock.url, 8)).status).toBe(200);
  });

  test.each<[unknown, RegExp]>([
    [
      { persons: [{ id: 8 }, { id: 8 }] },
      /^The seed is not valid: two of its persons have the id 8/,
    ],
    [{ person: [] }, /^The seed is not valid: \/ must NOT have additional/],
    [
      { persons: [{ image: png }] },
      /^The seed is not valid: \/persons\/0 must have required property 'id'/,
    ],
    [
      { persons: [{ id: 8, image: Buffer.from("x") }] },
      /image of person 8 is not an image; it must be image\//,
    ],
    [
      { persons: [{ id: 8, image: "data:image/png,x" }] },
      /person 8 cannot be read: it begins with "data:"/,
    ],
    [
      { persons: [{ id: 8, image: "data:image/png;base64,%" }] },
      /cannot be read: it is not base64/,
    ],
    [null, /^The seed is not valid: \/ must be object/],
  ])("%j stops the start", async (seed, message) => {
    await expect(startMock({ port: 0, seed: seed as Seed })).rejects.toThrow(message);
  });
});

describe("a state that is exported", () => {
  const change = async (url: string) => {
    await send(url, saveImage(jpeg, { "Content-Type": "image/jpeg" }));
    await send(url, addImages(form([filePart(png), filePart(png)])));
    const rewards = { method: "POST", target: "/api_gateway/file-service/rewards/a.png" };
    await send(url, { ...rewards, headers: basic });
  };
  const exported = async (url: string) =>
    (await send(url, { target: "/__mock/state?as=seed" })).body.toString();

  test("loads as a seed: the same customers, files, persons and images", async () => {
    const folder = mkdtempSync(join(tmpdir(), "state-"));
    const first = await start();
    await change(first.url);
    const text = await exported(first.url);
    const file = join(folder, "state.json");
    writeFileSync(file, text);
    const second = await start({ seed: file });
    rmSync(folder, { recursive: true });

    expect(await exported(second.url)).toBe(text);
    expect((await imageOf(second.url, 123)).body.equals(jpeg)).toBe(true);
    const listed = { target: "/v2/customers/565039505?source=INSTORE&embed=CUSTOMERIMAGE" };
    expect(
      (await send(second.url, { ...listed, headers: basic })).json().customerImage,
    ).toHaveLength(2);
    expect(await second.stateAsSeed()).toEqual(JSON.parse(text));
  });

  test("loads as one before anything was changed: samples stay samples", async () => {
    const first = await start();
    const seed = JSON.parse(await exported(first.url));
    const second = await start({ seed });
    for (const { url } of [first, second]) await change(url);

    expect(await exported(second.url)).toBe(await exported(first.url));
  });

  test("may be longer than a seed, as its images do not count", async () => {
    const large = Buffer.concat([png, Buffer.alloc(6_000_000, 7)]);
    const first = await start();
    await send(first.url, saveImage(large));
    const second = await start({ seed: await first.stateAsSeed() });

    expect((await imageOf(second.url, 123)).body.equals(large)).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), "state-"));
    writeFileSync(join(folder, "state.json"), await exported(first.url));
    const third = await start({ seed: join(folder, "state.json") });
    rmSync(folder, { recursive: true });
    expect((await imageOf(third.url, 123)).body.equals(large)).toBe(true);
  });

  test("comes as a seed, or as it is", async () => {
    const { url } = await start();
    const other = await send(url, { target: "/__mock/state?as=yaml" });

    expect([other.status, other.json().detail]).toEqual([400, expect.stringMatching(/as=seed/)]);
  });
});
