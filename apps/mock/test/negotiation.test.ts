import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import { useMock } from "./support/mock.ts";
import { basic, png, saveImage } from "./support/requests.ts";

const mock = useMock();
const saveFor = (Accept: string) => mock.send(saveImage(png, { Accept }));

const forms: [accept: string, mediaType: string, body: string][] = [
  ["application/json", "application/json", "167"],
  ["text/json", "text/json", "167"],
  ["application/xml", "application/xml", "<int>167</int>"],
  ["text/xml", "text/xml", "<int>167</int>"],
  ["*/*", "application/json", "167"],
  ["text/*", "text/json", "167"],
  ["text/html, text/xml", "text/xml", "<int>167</int>"],
  ["application/json;q=0.2, application/xml;q=0.8", "application/xml", "<int>167</int>"],
  ["application/json; charset=utf-8", "application/json", "167"],
];

test.each(forms)("Accept: %s is answered in %s", async (accept, mediaType, body) => {
  const received = await saveFor(accept);

  expect(received.status).toBe(200);
  expect(received.headers["content-type"]).toBe(mediaType);
  expect(received.body.toString()).toBe(body);
});

test("without Accept, and with an empty one, the response is JSON", async () => {
  expect((await mock.send(saveImage(png))).headers["content-type"]).toBe("application/json");
  expect((await saveFor("")).headers["content-type"]).toBe("application/json");
});

test("one request's Accept does not stay for the next", async () => {
  await saveFor("text/xml");

  expect((await saveFor("application/json")).headers["content-type"]).toBe("application/json");
});

test("a media type that is not documented is 406 and names those that are", async () => {
  const received = await saveFor("image/png");

  expect(received.status).toBe(406);
  expect(received.mediaType).toBe("application/problem+json");
  expect(received.json().detail).toMatch(
    /comes as application\/json, text\/json, application\/xml/,
  );
});

test("also 406: a success that a value selects", async () => {
  const received = await mock.send({
    target: "/api/v1/Person/124/ImageInfo",
    headers: { ...basic, Accept: "application/xml" },
  });

  expect(received.status).toBe(406);
});

test("an error that exists in JSON only comes in JSON, whatever is accepted", async () => {
  const received = await mock.send(saveImage("", { Accept: "application/xml" }));

  expect(received.status).toBe(400);
  expect(received.mediaType).toBe("application/json");
  expect(received.json().ErrorMessage).toBe("Image bitmap is missing from body");
});

const images = [
  ["image/png", "front.png"],
  ["image/gif", "portrait.gif"],
  ["image/jpeg", "portrait.jpg"],
  ["image/tiff", "portrait.tiff"],
  ["image/*", "front.png"],
] as const;

test.each(images)("a person's image comes as %s", async (accept, name) => {
  const received = await mock.send({
    target: "/api/v1/Person/123/Image",
    headers: { ...basic, Accept: accept },
  });

  const { mediaType, bytes } = fixture(name);
  expect(received.status).toBe(200);
  expect(received.headers["content-type"]).toBe(mediaType);
  expect(received.body.equals(bytes)).toBe(true);
});

test.each([
  ["GIF", undefined, "image/gif"],
  ["JPEG", undefined, "image/jpeg"],
  ["GIF", "image/*", "image/gif"],
  // What the client cannot read is of no use to it.
  ["GIF", "image/png", "image/png"],
])("type=%s with Accept %s comes as %s", async (type, accept, mediaType) => {
  const received = await mock.send({
    target: `/api/v1/Person/123/Image?type=${type}`,
    headers: { ...basic, ...(accept && { Accept: accept }) },
  });

  expect([received.status, received.mediaType]).toEqual([200, mediaType]);
});

test("documented response headers come with their example", async () => {
  const received = await mock.send({
    target: "/v2/customers/565039505?source=INSTORE",
    headers: basic,
  });

  expect(received.headers["x-cap-requestid"]).toBe("demo-request-id");
});
