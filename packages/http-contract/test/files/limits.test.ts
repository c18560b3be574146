import { fixture } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { brokenFileCounts, brokenFileLimits } from "../../src/index.ts";

const png = fixture("front.png").bytes;
const text = fixture("text.png").bytes;

describe("one file", () => {
  test.each([
    [{ minBytes: png.length, maxBytes: png.length }, []],
    [{ minBytes: png.length + 1 }, ["image-too-small"]],
    [{ maxBytes: png.length - 1 }, ["image-too-large"]],
    [{ mediaTypes: ["image/*"] }, []],
    [{ mediaTypes: ["image/jpeg"] }, ["not-an-image"]],
    [{}, []],
  ])("a PNG with the limits %j breaks %j", async (limits, conditions) => {
    const broken = await brokenFileLimits(limits, { bytes: png.length, head: png });

    expect(broken.flatMap((it) => it.conditions)).toEqual(conditions);
  });

  test("a file that is too large is not looked into", async () => {
    const limits = { maxBytes: 1, mediaTypes: ["image/*"] };

    const broken = await brokenFileLimits(limits, { bytes: text.length, head: text });

    expect(broken.map(({ limit }) => limit)).toEqual(["maxBytes"]);
  });

  test("where something else than an image may be sent, its bytes say nothing", async () => {
    const limits = { mediaTypes: ["image/png", "application/pdf"] };

    expect(await brokenFileLimits(limits, { bytes: text.length, head: text })).toEqual([]);
  });

  test("without its first bytes, its kind is not judged", async () => {
    const limits = { mediaTypes: ["image/*"] };

    expect(await brokenFileLimits(limits, { bytes: 3, head: undefined })).toEqual([]);
  });
});

test.each([
  [0, ["no-image", "missing-image"]],
  [1, []],
  [5, []],
  [6, ["too-many-images"]],
])("%d files where one to five are allowed: %j", (count, conditions) => {
  const broken = brokenFileCounts({ minFiles: 1, maxFiles: 5 }, count);

  expect(broken.flatMap((it) => it.conditions)).toEqual(conditions);
});
