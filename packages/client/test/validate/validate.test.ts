import { readFileSync } from "node:fs";
import { createCapillaryClient } from "@image-apis/client/capillary";
import { createSuperOfficeClient } from "@image-apis/client/superoffice";
import {
  assertValid,
  InvalidResponseError,
  type OperationId,
  validate,
  validateAnswers,
} from "@image-apis/client/validate";
import { buildModel } from "@image-apis/codegen";
import { validatorCode } from "@image-apis/codegen/generate";
import { apiNames, loadDocument, operations, responseExamples } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { bundled } from "../../generator/bundled.ts";
import { captureServer } from "../capture-server.ts";
import { fixtureFile } from "../files.ts";

const documented = apiNames()
  .flatMap((api) => operations(loadDocument(api)))
  .flatMap((operation) =>
    responseExamples(operation)
      .filter(({ mediaType }) => mediaType === "application/json")
      .map(({ key, status, example }) => ({
        // The cast: the names of the documents are the keys of the types.
        operationId: operation.operationId as OperationId,
        key,
        status,
        value: example.value,
      })),
  );

test.each(documented)("the documented example $operationId $key passes", (example) => {
  expect(validate(example.operationId, example.status, example.value)).toEqual([]);
});

test.each(documented)("a body of another kind is found at $operationId $key", (example) => {
  const [problem] = validate(example.operationId, example.status, "<html>");
  expect(problem).toMatchObject({ path: "", message: expect.stringMatching(/^must be /) });
});

describe("what is wrong with a body, and where", () => {
  const body = () =>
    structuredClone(documented.find(({ key }) => key === "200-uploaded")?.value) as {
      data: [{ file: Record<string, unknown>; status: unknown }];
      errors?: unknown;
    };
  const problemsOf = (change: (fresh: ReturnType<typeof body>) => void) => {
    const fresh = body();
    change(fresh);
    return validate("addCustomerImage", 200, fresh);
  };

  test.each<
    [what: string, change: Parameters<typeof problemsOf>[0], path: string, message: RegExp]
  >([
    ["a missing field", (it) => delete it.errors, "", /property 'errors'/],
    [
      "a number for digits",
      ({ data }) => Object.assign(data[0].file, { fileSize: 1 }),
      "/data/0/file/fileSize",
      /string/,
    ],
    [
      "digits that are none",
      ({ data }) => Object.assign(data[0].file, { fileSize: "1 KB" }),
      "/data/0/file/fileSize",
      /pattern/,
    ],
    [
      "a handle that is not a UUID",
      ({ data }) => Object.assign(data[0].file, { fileHandle: "1" }),
      "/data/0/file/fileHandle",
      /uuid/,
    ],
    [
      "a date of another form",
      ({ data }) => Object.assign(data[0].file, { lastModified: "now" }),
      "/data/0/file/lastModified",
      /pattern/,
    ],
    [
      "another word for a flag",
      ({ data }) => Object.assign(data[0], { status: "yes" }),
      "/data/0/status",
      /\["true","false"\]/,
    ],
    [
      "a fraction for a version",
      ({ data }) => Object.assign(data[0].file, { version: 1.5 }),
      "/data/0/file/version",
      /integer/,
    ],
  ])("%s", (_, change, path, message) => {
    expect(problemsOf(change)).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  test("all of it, not the first alone", () => {
    expect(validate("deleteCustomerImage", 200, {})).toHaveLength(3);
  });

  test("a field that no document mentions is not a problem", () => {
    expect(problemsOf((it) => Object.assign(it, { more: 1 }))).toEqual([]);
  });

  test("a number wider than its documented width", () => {
    expect(validate("savePersonImage", 200, 2 ** 31 - 1)).toEqual([]);
    expect(validate("savePersonImage", 200, 2 ** 31)).toHaveLength(1);
  });

  test("a status without a documented body has nothing to compare with", () => {
    expect(validate("addCustomerImage", 503, "<html>")).toEqual([]);
    expect(validate("deletePersonImage", 204, undefined)).toEqual([]);
  });
});

test("as a hook it throws everything that is wrong, with its place", () => {
  expect(() => assertValid("savePersonImage", 200, 167)).not.toThrow();
  const wrong = { data: [{ code: 200, message: "", status: "true" }], warnings: 0 };
  let error: unknown;
  try {
    assertValid("deleteCustomerImage", 200, wrong);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error).toMatchObject({
    operationId: "deleteCustomerImage",
    status: 200,
    problems: [{ path: "" }, { path: "/warnings" }],
    message:
      "deleteCustomerImage answered 200 with a body that is not the documented one:\n" +
      "  (the body) must have required property 'errors'\n" +
      "  /warnings must be array",
  });
});

describe("around the fetch of a client", () => {
  const answering = async (text: string, type = "application/json") => {
    const server = await captureServer();
    server.answer({ body: text, headers: { "Content-Type": type } });
    return createSuperOfficeClient({
      baseUrl: server.url,
      fetch: (request) => validateAnswers(request, fetch),
    });
  };

  test("a documented answer passes, and its body is still there to be read", async () => {
    const client = await answering('{"BlobId": 167, "More": 1}');
    await expect(client.getPersonImageInfo({ personId: 1 })).resolves.toMatchObject({
      BlobId: 167,
    });
  });

  test("another one is an error of the call", async () => {
    const client = await answering('{"BlobId": "167"}');
    await expect(client.getPersonImageInfo({ personId: 1 })).rejects.toMatchObject({
      name: "InvalidResponseError",
      operationId: "getPersonImageInfo",
      body: { BlobId: "167" },
      problems: [{ path: "/BlobId", message: "must be integer" }],
    });
  });

  test("a failure that the vendor describes inside a 200 stays the vendor's", async () => {
    const refused = { Error: true, ErrorType: "NotFound", ErrorMessage: "No person" };
    const client = await answering(JSON.stringify(refused));
    const call = client.getPersonImageInfo({ personId: 1 });
    await expect(call).rejects.toMatchObject({ name: "VendorError", status: 200 });

    const server = await captureServer();
    server.answer({ json: { status: "false", code: 8015, message: "No such customer" } });
    const capillary = createCapillaryClient({ baseUrl: server.url, middleware: validateAnswers });
    await expect(
      capillary.deleteCustomerImage({ customerId: 1, imageIds: [0] }),
    ).rejects.toMatchObject({ name: "VendorError", code: 8015 });
  });

  test("what is not JSON, or not whole, is left to the client", async () => {
    const client = await answering("<int>167</int>", "application/xml");
    const image = fixtureFile("front.png");
    await expect(client.savePersonImage({ personId: 1, image })).resolves.toBe(167);
    const broken = await answering('{"BlobId": ');
    const error = await broken
      .getPersonImageInfo({ personId: 1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(InvalidResponseError);
  });
});

test.each([
  [100, 200],
  [40_000, 1],
])("of %i items that are wrong twice, %i errors are told", (count, told) => {
  const data = Array.from({ length: count }, () => ({ code: "200", message: 1, status: "true" }));
  expect(validate("deleteCustomerImage", 200, { data, errors: [], warnings: [] })).toHaveLength(
    told,
  );
});

/** Loads a module from its text alone, so that it can import nothing. */
const load = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`);

test.each(["compiled.js", "compiled-first.js"])(
  "the validators of %s import nothing",
  async (name) => {
    const file = new URL(`../../dist/validate/${name}`, import.meta.url);
    const { validators } = await load(readFileSync(file, "utf8"));
    expect(Object.keys(validators).length).toBeGreaterThan(0);
  },
);

test("a helper of Ajv that a schema needs is written into the module", async () => {
  const document = loadDocument("superoffice");
  const error = document.components.schemas?.ApiError?.properties?.ErrorType;
  Object.assign(error ?? {}, { minLength: 1 });
  const { validators } = await load(
    (await bundled(validatorCode([buildModel({ api: "superoffice", document })], true))).code,
  );
  const body = { Error: true, ErrorType: "", ErrorMessage: "" };
  expect(validators["superoffice/getPersonImage"][404](body)).toBe(false);
  expect(validators["superoffice/getPersonImage"][404]({ ...body, ErrorType: "x" })).toBe(true);
});

test("a keyword that is not known stops the build", () => {
  const document = loadDocument("superoffice");
  Object.assign(document.components.schemas?.ImageInfo ?? {}, { minimun: 1 });
  expect(() => validatorCode([buildModel({ api: "superoffice", document })], true)).toThrow(
    'unknown keyword: "minimun"',
  );
});
