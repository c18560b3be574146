import { describe, expect, test } from "vitest";
import { operationOf } from "../small-api.ts";

const body = (content: string, more = "") =>
  operationOf(`requestBody: { required: true, content: { ${content} } }\n${more}`).body;

const bytes = "schema: { type: string, format: binary }";

describe("a raw body", () => {
  test("is one file, whatever media types it may have", () => {
    expect(body(`image/png: { ${bytes} }, image/jpeg: { ${bytes} }`)).toMatchObject({
      files: [{ option: "file", part: undefined, required: true, isList: false }],
      properties: [],
    });
  });

  test("is called as the overlay says", () => {
    const { files } = body(`image/png: { ${bytes} }`, "x-codegen-request-body-name: picture") ?? {};
    expect(files).toMatchObject([{ option: "picture" }]);
  });

  test("may be sent as the only part of a form as well", () => {
    const form = `multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } } }`;
    expect(body(`image/png: { ${bytes} }, ${form}`)?.files).toMatchObject([
      { option: "file", part: "file" },
    ]);
  });

  test("beside a form with more parts is refused", () => {
    const form = `multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary }, title: { type: string } } } }`;
    expect(() => body(`image/png: { ${bytes} }, ${form}`)).toThrow(
      "Describe them as two operations.",
    );
  });
});

describe("a form", () => {
  const form = (properties: string) =>
    body(
      `multipart/form-data: { schema: { type: object, required: [front], properties: { ${properties} } } }`,
    );

  test("has files and texts, each with an option", () => {
    const model = form(
      "front: { type: string, format: binary }, alt_text: { type: string }, position: { type: integer, format: int32 }",
    );
    expect(model?.files).toMatchObject([{ option: "front", part: "front", required: true }]);
    expect(model?.properties).toMatchObject([
      { option: "altText", name: "alt_text", required: false },
      { option: "position", check: "int32" },
    ]);
  });

  test("may have several file parts, lists among them", () => {
    const model = form(
      "front: { type: string, format: binary }, more: { type: array, items: { type: string, format: binary } }",
    );
    expect(model?.files).toMatchObject([
      { part: "front", isList: false },
      { part: "more", isList: true, required: false },
    ]);
  });

  test("takes a part without a type, or with the media type of an image, for a file", () => {
    const model = form(
      "front: {}, back: { type: string, contentMediaType: image/png }, note: { type: string, contentMediaType: text/plain }",
    );
    expect(model?.files.map(({ part }) => part)).toEqual(["front", "back"]);
  });

  test("with an object as a part is refused", () => {
    expect(() => form("meta: { type: object, properties: { a: { type: string } } }")).toThrow(
      "has the part meta, which is an object.",
    );
  });

  test("without described parts is refused", () => {
    expect(() => body("multipart/form-data: { schema: { type: string } }")).toThrow(
      "whose schema is not an object with properties",
    );
  });

  test("of texts alone may be urlencoded", () => {
    const model = body(
      "application/x-www-form-urlencoded: { schema: { type: object, properties: { key: { type: string } } } }",
    );
    expect(model).toMatchObject({
      files: [],
      properties: [{ option: "key" }],
      contents: [{ kind: "urlencoded" }],
    });
  });
});

describe("a JSON body", () => {
  const json = (schema: string, more = "") => body(`application/json: { schema: ${schema} }`, more);

  test("that is an object has an option for each property, those of allOf among them", () => {
    const model = json(
      "{ allOf: [{ type: object, required: [a], properties: { a: { type: string } } }], properties: { b: { type: boolean } } }",
    );
    expect(model?.properties).toMatchObject([
      { option: "a", required: true },
      { option: "b", required: false },
    ]);
  });

  test.each([
    "{ oneOf: [{ type: object }, { type: string }] }",
    "{ type: array, items: { type: string } }",
    "{ type: object, additionalProperties: true }",
  ])("that is %s is one option", (schema) => {
    expect(json(schema)).toMatchObject({ properties: [], whole: { option: "body" } });
  });

  test("is one option where the overlay gives it a name", () => {
    expect(
      json("{ type: object, properties: { a: {} } }", "x-codegen-request-body-name: picture")?.whole
        ?.option,
    ).toBe("picture");
  });

  test("beside a form is refused", () => {
    const form =
      "multipart/form-data: { schema: { type: object, properties: { a: { type: string } } } }";
    expect(() =>
      body(
        `application/json: { schema: { type: object, properties: { a: { type: string } } } }, ${form}`,
      ),
    ).toThrow("The body of addPicture has several media types with properties.");
  });
});

test("an operation without a body has none", () => {
  expect(operationOf("{}").body).toBeUndefined();
});
