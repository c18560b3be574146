import { describe, expect, it } from "vitest";
import { formats, schemaValidator } from "../../src/index.ts";

describe("days and times", () => {
  const holds = (format: string, text: string) => (formats[format] as RegExp).test(text);

  it.each([
    "2024-02-29T00:00:00Z",
    "2000-02-29T23:59:59.123+05:30",
    "2025-12-31t23:59:60z",
    "2025-04-30T01:02:03-11:00",
  ])("%s is a time", (text) => expect(holds("date-time", text)).toBe(true));

  it.each([
    "2025-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2025-04-31T00:00:00Z",
    "2025-13-01T00:00:00Z",
    "2025-00-01T00:00:00Z",
    "2025-01-00T00:00:00Z",
    "2025-01-01T24:00:00Z",
    "2025-01-01T00:60:00Z",
    "2025-01-01T00:00:61Z",
    "2025-01-01T00:00:00",
    "2025-01-01",
    "2025-01-01T00:00:00+24:00",
    " 2025-01-01T00:00:00Z",
  ])("%s is not", (text) => expect(holds("date-time", text)).toBe(false));

  it("every day of four centuries has its date, and the next number has none", () => {
    for (let year = 1900; year < 2300; year++) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const date = (day: number) =>
          `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        expect([date(last), holds("date", date(last))]).toEqual([date(last), true]);
        expect([date(last + 1), holds("date", date(last + 1))]).toEqual([date(last + 1), false]);
      }
    }
  });
});

it("a text is held against a regular expression, which can be written into the client", () => {
  const functions = Object.entries(formats).filter(([name, format]) => {
    const isOfText = typeof format !== "object" || !("type" in format) || format.type !== "number";
    return (
      isOfText && typeof format !== "boolean" && !(format instanceof RegExp) && name !== "regex"
    );
  });
  expect(functions).toEqual([]);
});

it("a time need not have a zone in ISO 8601", () => {
  const { "iso-date-time": format } = formats;
  expect(
    ["2025-01-01T00:00:00", "2025-01-01T00:00:00Z"].every((it) => (format as RegExp).test(it)),
  ).toBe(true);
});

describe("schemas", () => {
  it.each([
    ["an unknown keyword", { type: "string", patern: "a" }],
    ["an unknown format", { type: "string", format: "datetime" }],
    ["a keyword without its type", { properties: {} }],
    ["a name that is required and not declared", { type: "object", required: ["a"] }],
  ])("of our own have not %s; those of others may", (_what, schema) => {
    expect(() => schemaValidator("own").compile(schema)).toThrow();
    expect(schemaValidator("any").compile(schema)({})).toBeTypeOf("boolean");
  });

  it("may have the keywords of OpenAPI and our own", () => {
    const schema = { type: "string", format: "binary", "x-limits": { maxBytes: 1 }, xml: {} };
    expect(schemaValidator("own").compile(schema)("a")).toBe(true);
  });
});
