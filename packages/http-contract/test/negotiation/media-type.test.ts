import { expect, test } from "vitest";
import {
  declaredFor,
  documentedMediaType,
  isIn,
  isJson,
  isXml,
  mediaTypeOf,
} from "../../src/index.ts";

test.each([
  ["Text/XML; charset=utf-8", "text/xml"],
  [" image/png ", "image/png"],
  ["image", undefined],
  ["", undefined],
  [`image/png${" ".repeat(100_000)}x`, undefined],
])("the media type of %j is %j", (contentType, expected) => {
  expect(mediaTypeOf(contentType)).toBe(expected);
});

test.each([
  ["application/json", "json"],
  ["text/json; charset=utf-8", "json"],
  ["application/problem+json", "json"],
  ["model/gltf+json", "json"],
  ["application/xml", "xml"],
  ["image/svg+xml", "xml"],
  ["application/jsonp", "neither"],
])("%s is %s", (mediaType, expected) => {
  const found = isJson(mediaType) ? "json" : isXml(mediaType) ? "xml" : "neither";

  expect(found).toBe(expected);
});

test("the narrowest documented range counts, in whatever case it is written", () => {
  const documented = ["*/*", "image/*", "Image/PNG"];

  expect(documentedMediaType(documented, "image/png; q=1")).toBe("Image/PNG");
  expect(documentedMediaType(documented, "image/gif")).toBe("image/*");
  expect(documentedMediaType(documented, "text/plain")).toBe("*/*");
  expect(documentedMediaType(["image/*"], "text/plain")).toBeUndefined();
});

test("a documented content has its entry for a body", () => {
  const content = { "image/*": "any image", "application/json": "a text" };

  expect(declaredFor(content, "IMAGE/PNG")).toEqual(["image/*", "any image"]);
  expect(declaredFor(content, "text/plain")).toBeUndefined();
});

test("a range holds what begins like it, and not its own namesake", () => {
  expect(isIn("image/*", "image/webp")).toBe(true);
  expect(isIn("image/*", "imagery/webp")).toBe(false);
  expect(isIn("*/*", "text/plain")).toBe(true);
});
