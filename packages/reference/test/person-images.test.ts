import { fixture } from "@image-apis/spec";
import type { superoffice } from "@image-apis/types";
import { describe, expect, test } from "vitest";
import { MemoryBytes, notAppliedHeader } from "../src/index.ts";
import { form, raw, startReference } from "./support/reference.ts";

type Schemas = superoffice.components["schemas"];
const png = fixture("front.png").bytes;
const jpeg = fixture("portrait.jpg").bytes;
const path = { personId: 8 };

async function start() {
  const reference = await startReference({ persons: [{ id: 8 }] });
  const { call, file } = reference;
  return {
    ...reference,
    save: async (bytes: Uint8Array) =>
      call("savePersonImage", { path, body: raw(await file(bytes)) }),
    get: (query = {}, accepts = (_: string) => true) =>
      call("getPersonImage", { path, query, accepts }),
    info: () => call("getPersonImageInfo", { path }),
  };
}

/** The bytes of a response: of a file that is stored, or as they are. */
function bytesOf({ body }: { body?: unknown }): unknown {
  const stored = (body as { bytes?: unknown }).bytes;
  return stored instanceof MemoryBytes ? new Uint8Array(stored.content ?? []) : body;
}

describe("an image that is saved", () => {
  test("comes back byte by byte, with the media type of its bytes", async () => {
    const { call, file, get, save } = await start();
    await save(jpeg);
    expect(await get()).toMatchObject({ status: 200, mediaType: "image/jpeg", headers: {} });
    expect(bytesOf(await get())).toEqual(jpeg);

    await call("savePersonImage", { path, body: form(await file(png, "image/jpeg")) });
    expect(await get()).toMatchObject({ mediaType: "image/png" });
    expect(bytesOf(await get())).toEqual(png);
  });

  test("has an id above every one before, and is described", async () => {
    const { info, save } = await start();
    expect(await save(png)).toMatchObject({ status: 200, body: 168 });
    expect(await save(jpeg)).toMatchObject({ status: 200, body: 169 });

    expect((await info()).body).toMatchObject({
      BlobId: 169,
      BlobSize: jpeg.length,
      OriginalSize: jpeg.length,
      MimeType: "image/jpeg",
      CreatedDate: "2026-03-01T12:00:00Z",
    });
  });

  test("keeps the date of the first one", async () => {
    let now = new Date("2026-01-01T00:00:00Z");
    const { call, file } = await startReference({ persons: [{ id: 8 }] }, { now: () => now });
    const save = async () => call("savePersonImage", { path, body: raw(await file(png)) });
    await save();
    now = new Date("2026-01-02T00:00:00.500Z");
    await save();

    expect((await call("getPersonImageInfo", { path })).body).toMatchObject({
      CreatedDate: "2026-01-01T00:00:00Z",
      UpdatedDate: "2026-01-02T00:00:00.500Z",
    });
  });
});

describe("what a request asks of the picture", () => {
  test.each([
    [{}, undefined],
    [{ type: "PNG" }, undefined],
    [{ type: "JPEG" }, "type"],
    [{ w: 64 }, "w"],
    [{ w: 64, h: 32, type: "GIF" }, "w, h, type"],
    [{ ifBlank: "ClearPixel" }, undefined],
  ])("is said where it is not done: %j", async (query, notApplied) => {
    const { get, save } = await start();
    await save(png);
    const { headers } = await get(query);

    expect(headers?.[notAppliedHeader]).toBe(notApplied);
  });
});

describe("a person without an image", () => {
  test("has none to get, an empty description, and can be deleted from", async () => {
    const { call, get, info } = await start();

    expect(await get()).toMatchObject({
      status: 404,
      explanation: { condition: "no-stored-image", why: "The person has no image." },
    });
    expect(await get({ ifBlank: "Null" })).toMatchObject({ status: 404 });
    expect(await info()).toMatchObject({ status: 200, body: {} });
    expect(await call("deletePersonImage", { path })).toEqual({ status: 204 });
  });

  test("has a stand-in where one is asked for, of a type that the client accepts", async () => {
    const { get } = await start();
    const query = { ifBlank: "ClearPixel" };

    expect(await get(query)).toMatchObject({ status: 200, mediaType: "image/png" });
    const gif = await get(query, (it) => it === "image/gif");
    expect(gif.mediaType).toBe("image/gif");
    expect(bytesOf(gif)).toEqual(fixture("portrait.gif").bytes);
  });

  test("is what a delete leaves behind", async () => {
    const { call, get, save, store } = await start();
    await save(png);
    await call("deletePersonImage", { path });

    expect((await get()).status).toBe(404);
    expect(store.namedBytes).toBe(0);
  });
});

test("a person that is not there gets each operation's documented error", async () => {
  const { call, file } = await start();
  const unknown = { path: { personId: 9 } };
  const answers = [
    await call("savePersonImage", { ...unknown, body: raw(await file(png)) }),
    await call("getPersonImage", unknown),
    await call("getPersonImage", { ...unknown, query: { ifBlank: "ClearPixel" } }),
    await call("getPersonImageInfo", unknown),
    await call("deletePersonImage", unknown),
  ];

  expect(answers.map((it) => [it.status, (it.body as Schemas["ApiError"]).ErrorMessage])).toEqual([
    [400, "Person id is not valid"],
    [404, "The person has no image"],
    [404, "The person has no image"],
    [404, "The person does not exist"],
    [404, "The person does not exist"],
  ]);
});
