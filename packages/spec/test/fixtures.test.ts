import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { fixture, fixtureNames } from "../src/fixtures.ts";

const list = JSON.parse(
  readFileSync(new URL("../../../spec/fixtures/fixtures.json", import.meta.url), "utf8"),
) as Record<string, { mediaType: string; bytes: number }>;

describe("every fixture", () => {
  it.each(fixtureNames())("%s has the size the list says", (name) => {
    expect(fixture(name).bytes.length).toBe(list[name]?.bytes);
  });

  it("stands at each documented size limit and one byte beyond it", () => {
    const sizes = fixtureNames().map((name) => fixture(name).bytes.length);
    expect(sizes).toEqual(expect.arrayContaining([10_239, 10_240, 51_380_224, 51_380_225]));
  });

  it.each(fixtureNames().filter((name) => !name.startsWith("text")))(
    "%s is an image of the type its name says, padding included",
    async (name) => {
      const { format } = await sharp(fixture(name).bytes).metadata();
      expect(`image/${format}`).toBe(list[name]?.mediaType);
    },
  );

  it("text.png is not an image", async () => {
    await expect(sharp(fixture("text.png").bytes).metadata()).rejects.toThrow();
  });
});
