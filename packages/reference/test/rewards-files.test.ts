import { fixture } from "@image-apis/spec";
import type { capillary } from "@image-apis/types";
import { expect, test } from "vitest";
import { type Body, raw, startReference } from "./support/reference.ts";

type Stored = capillary.components["schemas"]["RewardsFileStored"];
const png = fixture("front.png").bytes;

async function start(seed = {}) {
  const { call, file } = await startReference({ files: [], ...seed });
  const upload = async (fileName: string, body?: Body) => {
    const response = await call("uploadRewardsFile", { path: { fileName }, ...(body && { body }) });
    expect(response.status).toBe(200);
    return response.body as Stored;
  };
  return { upload, file };
}

test("a name that comes again is the next version; another name starts at 1", async () => {
  const { upload, file } = await start();
  const first = await upload("a.png", raw(await file(png)));
  const second = await upload("a.png", raw(await file("two")));
  const other = await upload("b.png", raw(await file("b")));

  expect([first, second, other].map((it) => it.file.version)).toEqual([1, 2, 1]);
  expect(second.file.latest_version).toBe(2);
  expect(second.file.file_handle).not.toBe(first.file.file_handle);
});

test("a file is described as it came", async () => {
  const { upload, file } = await start();
  const { file: stored, secureFilePath } = await upload("a.png", raw(await file(png)));

  expect(stored).toMatchObject({
    name: "a.png",
    namespace: "rewards",
    fileSize: String(png.length),
    content_type: "image/png",
    s3_token: expect.stringMatching(/^rewards\/100606\/[0-9-]{36}\.png$/),
    last_modified: "2026-03-01 17:30:00",
  });
  expect(stored.s3_url).toContain(stored.s3_token);
  expect(secureFilePath).toContain(stored.s3_token);
});

test("without a body it is a placeholder, typed by its name, and the next upload is version 2", async () => {
  const { upload, file } = await start();

  expect((await upload("a.jpg")).file).toMatchObject({
    version: 1,
    fileSize: "0",
    content_type: "image/jpeg",
  });
  expect((await upload("a.jpg", raw(await file(png)))).file).toMatchObject({
    version: 2,
    content_type: "image/png",
  });
});

test("a seed says which versions were before", async () => {
  const { upload } = await start({ files: [{ name: "logo.png", version: 3 }] });

  expect((await upload("logo.png")).file.version).toBe(4);
});

test.each([
  "no-extension",
  "…",
  "a.png/../b",
  "__proto__",
  "constructor",
  "$&.png",
  "x".repeat(5000),
])("any name is a name: %s", async (name) => {
  const { upload } = await start();

  expect((await upload(name)).file).toMatchObject({ name, version: 1 });
  expect((await upload(name)).file).toMatchObject({ name, version: 2 });
});

test.each([
  ["a.jpg", "image/jpeg"],
  ["a.TIF", "image/tiff"],
  ["a.svg", "image/svg+xml"],
  ["a.png", "image/png"],
  ["a.constructor", "image/constructor"],
  ["a.__proto__", "image/__proto__"],
  ["a", "application/octet-stream"],
  [`a.${"x".repeat(17)}`, "application/octet-stream"],
])("a placeholder %s is %s", async (name, mediaType) => {
  const { upload } = await start();

  expect((await upload(name)).file.content_type).toBe(mediaType);
});
