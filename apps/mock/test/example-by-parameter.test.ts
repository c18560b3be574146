import { type Exchange, loadDocument, loadExchanges, operations } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { exampleByParameter } from "../src/answering/example-by-parameter.ts";
import { useMock } from "./support/mock.ts";
import { addImages, basic, filePart, form, png } from "./support/requests.ts";

/* Values that stand for what only a server with data knows. */

const mock = useMock();

test("the unknown customer is unknown in every call of the operation", async () => {
  const target = "/v2/customers/1/setImage";
  const calls = [form([filePart(png)]), form([filePart(png), filePart(png)]), form([])];

  for (const body of calls) {
    const received = await mock.send({ ...addImages(body), target });
    expect(received.status).toBe(400);
    expect(received.json().errors[0].code).toBe(8015);
  }
});

test("an index that nobody has is refused, also among others and for another customer", async () => {
  for (const ids of ["image_ids=9", "image_ids=0&image_ids=9"]) {
    const received = await mock.send({
      method: "DELETE",
      target: `/v2/customers/77/deleteImage?${ids}`,
      headers: basic,
    });
    expect(received.json().errors[0].code).toBe(8078);
  }
});

test("the customer is looked for before the index", async () => {
  const target = "/v2/customers/1/deleteImage?image_ids=9";

  const received = await mock.send({ method: "DELETE", target, headers: basic });

  expect(received.json().errors[0].code).toBe(8015);
});

test.each([
  ["", 404],
  ["?ifBlank=Null", 404],
  ["?ifBlank=Default", 200],
])("the person without an image with %j is %i", async (query, status) => {
  const target = `/api/v1/Person/124/Image${query}`;

  expect((await mock.send({ target, headers: basic })).status).toBe(status);
});

test("a faulty parameter is told before anything is looked for", async () => {
  const received = await mock.send({ target: "/v2/customers/1", headers: basic });

  expect(received.json().errors[0].code).toBe(8016);
});

test("one person answers differently in each operation, as documented", async () => {
  const image = await mock.send({ target: "/api/v1/Person/124/Image", headers: basic });
  const info = await mock.send({ target: "/api/v1/Person/124/ImageInfo", headers: basic });

  expect([image.status, image.json().ErrorMessage]).toEqual([404, "The person has no image"]);
  expect([info.status, info.json()]).toEqual([200, {}]);
});

test("any other value gets the usual response", async () => {
  const received = await mock.send({ target: "/api/v1/Person/4711/ImageInfo", headers: basic });

  expect(received.json().BlobId).toBe(167);
});

describe("a value selects nothing where something else explains the response", () => {
  const id = "capillary/deleteCustomerImage/unknown-customer";
  const request = { path: { customerId: 7 }, query: { image_ids: [3] } };

  test("otherwise every value of its own does", () => {
    expect(learn([id, { request }])).toEqual(["path customerId 7", "query image_ids 3"]);
  });

  test("what happened before", () => {
    expect(learn([id, { request, given: ["deleteCustomerImage/one-index"] }])).toEqual([]);
  });

  test("a parameter that is missing", () => {
    expect(learn([id, { request: { ...request, query: {} } }])).toEqual([]);
  });

  test("a body that breaks a rule", () => {
    const other = "capillary/addCustomerImage/file-under-minimum";

    expect(learn([other, { request: { ...request, query: {} } }])).toEqual([]);
  });

  test("another exchange that has the value too and gets the usual response", () => {
    const usual = "capillary/deleteCustomerImage/one-index";
    const same = { ...request, query: { image_ids: [1] } };

    expect(learn([id, { request }], [usual, { request: same }])).toEqual(["query image_ids 3"]);
  });
});

type Changes = { request?: Pick<Exchange["request"], "path" | "query">; given?: string[] };

/** The values that documented exchanges would select responses by, if they were changed a little. */
function learn(...changed: [id: string, changes: Changes][]): string[] {
  const exchanges = changed.map(([id, { request, given = [] }]): Exchange => {
    const exchange = loadExchanges("capillary").find((it) => it.id === id);
    if (exchange === undefined) throw new Error(`There is no exchange ${id}.`);
    return { ...exchange, given, request: { ...exchange.request, ...request } };
  });
  const operation = operations(loadDocument("capillary")).find(
    (it) => it.operationId === exchanges[0]?.operationId,
  );
  if (operation === undefined) throw new Error("The exchange belongs to no operation.");
  return [...exampleByParameter(operation, exchanges).keys()];
}
