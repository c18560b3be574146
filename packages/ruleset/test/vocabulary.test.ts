import { expect, test } from "vitest";
import { conditions, reviewedFakes } from "../src/vocabulary.ts";

test("Every condition is a name in kebab-case with one sentence.", () => {
  for (const [name, sentence] of Object.entries(conditions)) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
  }
});

test("Every reviewed fake says where it stands.", () => {
  for (const place of Object.values(reviewedFakes)) expect(place).toMatch(/^[A-Z][^.]+\.$/);
});
