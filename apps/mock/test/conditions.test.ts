import { bodyLimits, fixture, loadDocument, loadExchanges, operations } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { addImages, basic, filePart, form, formType, png, saveImage } from "./support/requests.ts";
import { send } from "./support/send.ts";

const mock = useMock();
const bytes = (name: string) => fixture(name).bytes;

describe("a body that breaks a documented rule gets the documented error", () => {
  const code = async (body: Uint8Array | string) =>
    (await mock.send(addImages(body))).json().errors[0].code;

  test("too small, by one byte", async () => {
    expect(await code(form([filePart(bytes("under-minimum.png"))]))).toBe(8083);
  });

  test("too small, though it is not the first file", async () => {
    expect(await code(form([filePart(png), filePart(bytes("tiny.png"))]))).toBe(8083);
  });

  test("no image, though its name and its media type say so", async () => {
    expect(await code(form([filePart(bytes("text.png"))]))).toBe(8084);
  });

  test("text instead of a file", async () => {
    const text = { headers: ['Content-Disposition: form-data; name="file"'], body: "front.png" };

    expect(await code(form([text]))).toBe(8084);
  });

  test("a field in which no file was chosen, as browsers send it", async () => {
    const headers = [
      'Content-Disposition: form-data; name="file"; filename=""',
      "Content-Type: application/octet-stream",
    ];

    expect(await code(form([{ headers, body: "" }]))).toBe(8084);
  });

  test("a part of another name", async () => {
    expect(await code(form([filePart(png, "front.png", "photo")]))).toBe(8084);
  });

  test("more files than one request may have", async () => {
    expect(await code(form(Array(6).fill(filePart(png))))).toBe(8082);
  });

  test("no body, with and without a Content-Type", async () => {
    expect(await code("")).toBe(8084);
    const { headers, ...sent } = addImages("");
    const received = await mock.send({ ...sent, headers: basic, body: undefined });
    expect(received.json().errors[0].code).toBe(8084);
  });

  test("an empty raw body, and a form without the image", async () => {
    const missing = { ErrorMessage: "Image bitmap is missing from body" };

    expect((await mock.send(saveImage(""))).json()).toMatchObject(missing);
    expect((await mock.send(saveImage(form([]), formType))).json()).toMatchObject(missing);
  });
});

test("a part counts whatever the case of its name", async () => {
  expect((await mock.send(addImages(form([filePart(png, "a.png", "FILE")])))).status).toBe(200);
});

describe("a parameter that breaks a documented rule gets the documented error", () => {
  test.each(["", "?source=", "?embed=CUSTOMERIMAGE"])("a missing source: %j", async (query) => {
    const received = await mock.send({
      target: `/v2/customers/565039505${query}`,
      headers: basic,
    });

    expect(received.json().errors[0].code).toBe(8016);
  });

  test.each(["", "?image_ids=", "?image_ids=&image_ids="])("no index: %j", async (query) => {
    const received = await mock.send({
      method: "DELETE",
      target: `/v2/customers/564703420/deleteImage${query}`,
      headers: basic,
    });

    expect(received.json().errors[0].code).toBe(8078);
  });

  test.each(["abc", "1.5", "99999999999", "0"])(
    "a person id that cannot be one: %s",
    async (id) => {
      const received = await mock.send({ ...saveImage(png), target: `/api/v1/Person/${id}/Image` });

      expect(received.status).toBe(400);
      expect(received.json().ErrorMessage).toBe("Person id is not valid");
    },
  );
});

describe("where the document names no error, the mock says what is wrong", () => {
  test("a value that is not allowed", async () => {
    const received = await mock.send({
      target: "/v2/customers/565039505?source=PIGEON",
      headers: basic,
    });

    expect(received.status).toBe(400);
    expect(received.mediaType).toBe("application/problem+json");
    expect(received.json()).toMatchObject({
      title: "Bad Request",
      status: 400,
      detail: expect.stringMatching(
        /^The query parameter "source" must be equal to one of .*INSTORE/,
      ),
      violations: [{ in: "query", name: "source" }],
    });
  });

  test.each(["%20", "0x10", "1e3", "1.0", "99999999999999999999"])(
    "an integer written as %s",
    async (id) => {
      const target = `/v2/customers/${id}?source=INSTORE`;
      const received = await mock.send({ target, headers: basic });

      expect(received.status).toBe(400);
      expect(received.json().detail).toMatch(
        /^The path parameter "customerId" must be (?:an )?integer/,
      );
    },
  );

  test.each(["0x1", "1e0", "%201", "1.0"])("an integer of a list written as %s", async (index) => {
    const target = `/v2/customers/564703420/deleteImage?image_ids=0&image_ids=${index}`;
    const received = await mock.send({ method: "DELETE", target, headers: basic });

    expect(received.status).toBe(400);
  });

  test("several parameters at once, each by its documented name", async () => {
    const received = await mock.send({
      ...addImages(form([filePart(png)]), { "X-CAP-API-ATTRIBUTION-ENTITY-TYPE": "SHOP" }),
      target: "/v2/customers/lookup/setImage?source=INSTORE&identifierName=shoe",
    });

    const { violations } = received.json();
    expect(violations).toMatchObject([
      { in: "query", name: "identifierName" },
      { in: "query", name: "identifierValue", reason: "is required" },
      { in: "header", name: "X-CAP-API-ATTRIBUTION-ENTITY-TYPE" },
    ]);
  });

  test.each(["1,2", "-1", "x"])("an index that cannot be one: %s", async (ids) => {
    const received = await mock.send({
      method: "DELETE",
      target: `/v2/customers/564703420/deleteImage?image_ids=${ids}`,
      headers: basic,
    });

    expect(received.status).toBe(400);
    expect(received.json().violations).toMatchObject([{ in: "query", name: "image_ids" }]);
  });

  test("a query name in another case, which is another name", async () => {
    const target =
      "/v2/customers/lookup/setImage?Source=INSTORE&identifierName=email&identifierValue=a";
    const received = await mock.send({ ...addImages(form([filePart(png)])), target });

    expect(received.json().violations).toMatchObject([{ name: "source", reason: "is required" }]);
  });

  test("a JSON body without a required property", async () => {
    const received = await mock.send({
      method: "POST",
      target: "/v3/oauth/token/generate",
      headers: { "Content-Type": "application/json" },
      body: '{"key": 1}',
    });

    expect(received.status).toBe(400);
    expect(received.json().violations).toMatchObject([
      { in: "body", reason: "must have required property 'secret'" },
      { in: "body", name: "/key", reason: "must be string" },
    ]);
  });

  test("no JSON body at all", async () => {
    const received = await mock.send({ method: "POST", target: "/v3/oauth/token/generate" });

    expect(received.status).toBe(400);
    expect(received.json().detail).toBe("The body is empty, and it is required: application/json.");
  });

  test("a raw body that is not an image, or another one than those allowed", async () => {
    const text = await mock.send(saveImage(bytes("text.png")));
    expect(text.status).toBe(400);
    expect(text.json().detail).toMatch(/^The body holds no image; it must be image\/png, /);
    expect(text.json().received.bytes).toBe(12_160);

    const webp = await mock.send(saveImage(bytes("portrait.webp")));
    expect(webp.json().detail).toMatch(/^The body holds image\/webp; /);
  });

  test("two files where one is allowed", async () => {
    const received = await mock.send(saveImage(form([filePart(png), filePart(png)]), formType));

    expect(received.status).toBe(400);
    expect(received.json().detail).toBe(
      '"file" in the body came 2 times; the most in one request is 1.',
    );
  });
});

describe("a condition is used in a document without a change of code", () => {
  /** Sends 49 bytes more than the limit of a document in which one example has this condition. */
  const sendTooMuch = async (condition: string) => {
    const document = loadDocument("capillary");
    const name = "CustomerImagesRefused";
    const { examples = {} } =
      document.components.responses?.[name]?.content?.["application/json"] ?? {};
    Object.assign(examples["400-image-too-small"] ?? {}, { "x-when": condition });
    const [limits] = operations(document)
      .filter(({ operationId }) => operationId === "addCustomerImage")
      .flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}))
      .flatMap((media) => Object.values(bodyLimits(document, media)));
    Object.assign(limits ?? {}, { maxBytes: png.length - 49 });
    const exchanges = loadExchanges("capillary");
    const own = await startMock({ port: 0 });
    try {
      await own.reload(async () => [{ name: "capillary", document, exchanges }]);
      return await send(own.url, addImages(form([filePart(png)])));
    } finally {
      await own.close();
    }
  };

  test("a file that is too large gets the response that the document has for it", async () => {
    const received = await sendTooMuch("image-too-large");

    expect(received.status).toBe(400);
    expect(received.json().errors[0].code).toBe(8083);
  });

  test("without such a response it is 413", async () => {
    expect((await sendTooMuch("image-too-small")).status).toBe(413);
  });

  test("a condition that nothing can find does not keep the mock from starting", async () => {
    expect((await sendTooMuch("image-too-blurred")).status).toBe(413);
  });
});
