import { fixture } from "@image-apis/spec";
import { probeFiles } from "@image-apis/testing/probe-files";
import { expect, test } from "vitest";
import { imageType } from "../../src/index.ts";

const head = (name: string) => fixture(name).bytes;
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
])("knows what is not an image: %j", async (value) => {
  expect(await imageType(text(value))).toBeUndefined();
});

test.each(probeFiles)("knows $what", async ({ bytes, image }) => {
  expect(await imageType(bytes)).toBe(image);
});

test("a head of nothing that could be a root is not an SVG", async () => {
  for (const unit of ["<!--", "<?", "<!doctype svg[", " ", "<", "<!-- --><!-- -->"]) {
    expect(await imageType(text(unit.repeat(20_000))), unit).toBeUndefined();
  }
});
