import { fixture } from "@image-apis/spec";
import { expect, test } from "vitest";
import { createCapillaryClient, createSuperOfficeClient } from "../src/index.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";

test.each(["front.png", "portrait.jpg", "portrait.gif", "portrait.tiff"])(
  "the body of a person's image is %s itself, with its media type",
  async (name) => {
    const server = await captureServer();
    server.answer({ json: 167 });
    const client = createSuperOfficeClient({ baseUrl: server.url });
    await client.savePersonImage({ personId: 123, image: fixtureFile(name) });

    const { method, target, headers, body } = server.only();
    expect(`${method} ${target}`).toBe("PUT /api/v1/Person/123/Image");
    expect(headers["content-type"]).toBe(fixture(name).mediaType);
    expect(headers["content-length"]).toBe(String(fixture(name).bytes.length));
    expect(sha1(body)).toBe(sha1(fixture(name).bytes));
  },
);

test.each([
  ["a Blob", (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes])],
  ["a Uint8Array", (bytes: Uint8Array<ArrayBuffer>) => bytes],
  ["an ArrayBuffer", (bytes: Uint8Array<ArrayBuffer>) => bytes.slice().buffer],
])("%s without a type of its own is sent as mediaType says", async (_, make) => {
  const server = await captureServer();
  server.answer({ json: 167 });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = make(fixture("front.png").bytes);
  await client.savePersonImage({ personId: 123, image, mediaType: "image/png" });
  expect(server.only().headers["content-type"]).toBe("image/png");
  expect(sha1(server.only().body)).toBe(sha1(fixture("front.png").bytes));
});

test("a person's image that does not say what it is is refused, and nothing is sent", async () => {
  const server = await captureServer();
  const client = createSuperOfficeClient({ baseUrl: server.url, limits: "off" });
  const image = new Uint8Array(10);
  await expect(client.savePersonImage({ personId: 123, image })).rejects.toThrow(
    new TypeError(
      "image: it does not say what it is. Pass a File or a Blob with a type, or the option mediaType.",
    ),
  );
  expect(server.requests).toEqual([]);
});

test("a rewards file is sent with its own media type, as bytes, or as what its bytes are", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const fileName = "test.png";
  const file = fixtureFile("tiny.png");
  await client.uploadRewardsFile({ fileName, file });
  await client.uploadRewardsFile({ fileName, file, mediaType: "application/octet-stream" });
  await client.uploadRewardsFile({ fileName, file: fixture("tiny.png").bytes });

  expect(server.requests.map(({ headers }) => headers["content-type"])).toEqual([
    "image/png",
    "application/octet-stream",
    "image/png",
  ]);
  for (const { method, target, body } of server.requests) {
    expect(`${method} ${target}`).toBe("POST /api_gateway/file-service/rewards/test.png");
    expect(sha1(body)).toBe(sha1(fixture("tiny.png").bytes));
  }
});

test("without a file a placeholder is asked for: no body and no Content-Type", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.uploadRewardsFile({ fileName: "test.png" });
  const { headers, body } = server.only();
  expect(body).toHaveLength(0);
  expect(headers["content-length"]).toBe("0");
  expect(headers).not.toHaveProperty("content-type");
});

test("key and secret travel as JSON", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.generateToken({ key: "demo-key", secret: "demo-secret" });
  const { method, target, headers, body } = server.only();
  expect(`${method} ${target}`).toBe("POST /v3/oauth/token/generate");
  expect(headers["content-type"]).toBe("application/json");
  expect(JSON.parse(String(body))).toEqual({ key: "demo-key", secret: "demo-secret" });
});
