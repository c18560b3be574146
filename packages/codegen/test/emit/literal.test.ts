import { expect, test } from "vitest";
import { literal } from "../../src/emit/literal.ts";

test("a literal keeps whole numbers as keys and quotes what needs quotes", () => {
  expect(
    literal({ 8083: { a: ["x"] }, "image/*": [], "": null, gone: undefined, "01": true }),
  ).toBe('{\n  8083: {\n    a: ["x"],\n  },\n  "image/*": [],\n  "": null,\n  "01": true,\n}');
});
