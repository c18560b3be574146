import { fileURLToPath } from "node:url";
import { reviewedFakes } from "@image-apis/ruleset/vocabulary";
import { expect, it } from "vitest";
import { textFiles } from "../build/sources.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

it("every reviewed fake still stands in a file", () => {
  const texts = textFiles(repository, "spec").map(({ text }) => text);
  for (const fake of Object.keys(reviewedFakes)) {
    expect(
      texts.some((text) => text.includes(fake)),
      fake,
    ).toBe(true);
  }
});
