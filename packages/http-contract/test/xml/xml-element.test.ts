import { expect, test } from "vitest";
import { readXml, writeXml } from "../../src/index.ts";

test.each([
  "167",
  "",
  "a < b && c > d",
  "&lt; is written so",
  "]]>",
  "“quotes” and \"plain\" 'ones'",
  "two\r\nlines",
  "图 🖼",
])("%j is read as it was written", (text) => {
  expect(readXml(writeXml({ name: "text", text }))).toEqual({ name: "text", text });
});

test.each([
  ['<?xml version="1.0" encoding="utf-8"?>\n<int>167</int>\n', "int", "167"],
  ['<int xmlns="http://schemas.example/2003/">\n  167\n</int >', "int", "167"],
  ["<a:int>167</a:int>", "a:int", "167"],
  ["<name>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F5BC;</name>", "name", "<>&\"'A🖼"],
])("%j is an element with a text", (xml, name, text) => {
  expect(readXml(xml)).toEqual({ name, text });
});

test.each([
  "",
  "167",
  "<int>167",
  "<int>167</long>",
  "<int><b>167</b></int>",
  "<int>167</int><int>168</int>",
  "<int>1 & 2</int>",
  "<int>&unknown;</int>",
])("%j is not", (xml) => expect(readXml(xml)).toBeUndefined());
