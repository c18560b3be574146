import { apiNames, loadDocument, type MediaType } from "@image-apis/spec";
import { expect, test } from "vitest";
import { htmlText } from "../src/site/html.ts";
import { xmlForm } from "../src/site/parts/xml-form.ts";

const document = loadDocument(apiNames()[0] ?? "");
const number: MediaType = { schema: { type: "integer", xml: { name: "int" } } };

test.each(["application/xml", "text/xml", "application/atom+xml"])(
  "a plain value is also shown as the XML it travels in as %s",
  (mediaType) => {
    expect(htmlText(xmlForm(document, mediaType, number, { value: 167 }))).toContain(
      '<pre data-language="xml">&lt;int>167&lt;/int></pre>',
    );
  },
);

test.each([
  ["a media type that is not XML", "application/json", number, 167],
  ["a schema that names no element", "application/xml", { schema: { type: "integer" } }, 167],
  ["a value with parts", "application/xml", number, { a: 1 }],
])("%s has no XML form", (_, mediaType, media, value) => {
  expect(xmlForm(document, mediaType, media, { value })).toEqual([]);
});
