import { reviewedFakes } from "@image-apis/ruleset/vocabulary";
import { demoCredentials } from "@image-apis/spec";
import { repositoryRoot, textFiles } from "@image-apis/spec/generator";
import { expect, it } from "vitest";

it("every reviewed fake still stands in a file, or is a demo credential", () => {
  const texts = textFiles(repositoryRoot, "spec").map(({ text }) => text);
  const { Authorization = "" } = demoCredentials({ type: "http", scheme: "basic" });
  texts.push(Buffer.from(Authorization.slice("Basic ".length), "base64").toString("utf8"));
  for (const fake of Object.keys(reviewedFakes)) {
    expect(
      texts.some((text) => text.includes(fake)),
      fake,
    ).toBe(true);
  }
});
