import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import { imageType } from "../src/body/image-type.ts";
import { headSize } from "../src/body/measurement.ts";

const head = (name: string) => fixture(name).bytes.subarray(0, headSize);
const text = (value: string) => new TextEncoder().encode(value);

test.each([
  ["front.png", "image/png"],
  ["portrait.jpg", "image/jpeg"],
  ["portrait.gif", "image/gif"],
  ["portrait.webp", "image/webp"],
])("knows %s by its bytes", async (name, mediaType) => {
  expect(await imageType(head(name))).toBe(mediaType);
});

test("knows a TIFF whose directory stands at its end, and a PNG with a long first chunk", async () => {
  expect(await imageType(head("portrait.tiff"))).toBe("image/tiff");
  expect(await imageType(head("at-maximum.png"))).toBe("image/png");
});

test.each([
  "<svg/>",
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '\uFEFF<?xml version="1.0"?>\n<!-- a > b -->\n<svg >',
  '<!DOCTYPE svg PUBLIC "a" "b" [ <!ENTITY x "y"> ]>\n<svg:svg>',
])("knows SVG: %s", async (value) => {
  expect(await imageType(text(value))).toBe("image/svg+xml");
});

test.each([
  "",
  "front.png",
  "<svgs>",
  "<html><svg/></html>",
  "<?xml version='1.0'?><a/>",
  "%PDF-1.7\n",
])("knows what is no image: %j", async (value) => {
  expect(await imageType(text(value))).toBeUndefined();
});
