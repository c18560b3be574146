import { expect, test } from "vitest";
import { useMock } from "./support/mock.ts";
import { addImages, basic, filePart, form, png, saveImage } from "./support/requests.ts";

const mock = useMock();
const valid = form([filePart(png)]);
const addWith = (Prefer: string, body: Uint8Array = valid) =>
  mock.send(addImages(body, { Prefer }));

test("code chooses a documented status and its first example", async () => {
  const received = await addWith("code=400");

  expect(received.status).toBe(400);
  expect(received.json().errors[0].code).toBe(8083);
});

test.each([
  "code=400, example=400-customer-not-found",
  'example="400-customer-not-found"; code=400',
])("code and example choose together: %s", async (prefer) => {
  const received = await addWith(prefer);

  expect(received.status).toBe(400);
  expect(received.json().errors[0].code).toBe(8015);
});

test("example alone chooses among those of the usual response", async () => {
  const received = await mock.send({
    target: "/api/v1/Person/123/ImageInfo",
    headers: { ...basic, Prefer: "example=200-no-image" },
  });

  expect([received.status, received.json()]).toEqual([200, {}]);
});

test("a documented response without a body comes without one", async () => {
  const received = await mock.send({
    method: "POST",
    target: "/v3/oauth/token/generate",
    headers: { "Content-Type": "application/json", Prefer: "code=401" },
    body: '{"key": "a", "secret": "b"}',
  });

  expect([received.status, received.mediaType, received.body.length]).toEqual([401, undefined, 0]);
});

test("an unknown example is 400 and names those there are", async () => {
  const received = await addWith("code=400, example=400-too-blue");

  expect(received.status).toBe(400);
  expect(received.mediaType).toBe("application/problem+json");
  expect(received.json().detail).toMatch(/example=400-too-blue.* 400-image-too-small, /);
});

test("an example of another status is 400 and says which", async () => {
  const received = await addWith("example=400-image-too-small");

  expect(received.status).toBe(400);
  expect(received.json().detail).toMatch(/ask for code=400, example=400-image-too-small\.$/);
});

test.each(["code=418", "code=abc", "code="])(
  "a status that is not documented is 404: %s",
  async (prefer) => {
    const received = await addWith(prefer);

    expect(received.status).toBe(404);
    expect(received.json().detail).toMatch(
      /documents 200, 400, 401, 403, 413, 415, 429, 500, 503\.$/,
    );
  },
);

test("a preference wins over what a value selects", async () => {
  const received = await mock.send({
    target: "/api/v1/Person/124/ImageInfo",
    headers: { ...basic, Prefer: "example=200-image-info" },
  });

  expect(received.json().BlobId).toBe(167);
});

test("a faulty request cannot prefer to be right, but which error it gets", async () => {
  const faulty = form([filePart("text")]);

  expect((await addWith("code=200", faulty)).json().errors[0].code).toBe(8084);
  const chosen = await addWith("code=400, example=400-too-many-images", faulty);
  expect(chosen.json().errors[0].code).toBe(8082);
});

test.each(["return=minimal", "respond-async, wait=10", ""])(
  "other preferences change nothing: %j",
  async (prefer) => {
    expect((await addWith(prefer)).status).toBe(200);
  },
);

test("dynamic=true makes the body up from the schema", async () => {
  const received = await addWith("dynamic=true");

  expect(received.status).toBe(200);
  const { data, warnings, errors } = received.json();
  expect([data, warnings, errors].every(Array.isArray)).toBe(true);
  expect(JSON.stringify(received.json())).not.toContain("01a24b35");
});

test("dynamic=true goes with a code, not with a named example, and not with a faulty request", async () => {
  const refused = await addWith("dynamic=true, code=400");
  expect(refused.status).toBe(400);
  expect(refused.json().errors[0].message).not.toBe("Image size is too small");

  const named = await addWith("dynamic=true, code=400, example=400-image-too-small");
  expect(named.json().errors[0].code).toBe(8083);
  const faulty = await addWith("dynamic=true", form([filePart("text")]));
  expect(faulty.status).toBe(400);
  expect((await addWith("dynamic=perhaps")).status).toBe(400);
});

test("dynamic=true makes up a number in XML too", async () => {
  const headers = { Prefer: "dynamic=true", Accept: "text/xml" };

  expect((await mock.send(saveImage(png, headers))).body.toString()).toMatch(/^<int>-?\d+<\/int>$/);
});
