import { basicAuth, createSuperOfficeClient, VendorError } from "@image-apis/client/superoffice";
import { fixture } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { file, modes, useMock } from "./modes.ts";

const personId = 123;

describe.each(modes)("SuperOffice's methods on a mock that answers $mode", ({ stateful }) => {
  const mock = useMock({ stateful });
  const client = (options: { limits?: "off" } = {}) =>
    createSuperOfficeClient({
      baseUrl: mock.url(),
      auth: basicAuth({ username: "user", password: "pass:word" }),
      ...options,
    });

  test.each(["front.png", "portrait.jpg", "portrait.gif", "portrait.tiff"])(
    "savePersonImage takes %s, and getPersonImage brings an image of its type",
    async (name) => {
      const api = client();
      const blobId = await api.savePersonImage({ personId, image: file(name) });
      const { mediaType, bytes } = fixture(name);
      const accept = mediaType as "image/png";
      const image = await api.getPersonImage({ personId, accept });

      expect(blobId).toBeTypeOf("number");
      expect(image.type).toBe(mediaType);
      if (stateful)
        expect(new Uint8Array(await image.arrayBuffer())).toEqual(new Uint8Array(bytes));
    },
  );

  test("savePersonImage sends a form where it is told to", async () => {
    const mediaType = "multipart/form-data";
    const image = file("front.png");

    expect(await client().savePersonImage({ personId, image, mediaType })).toBeTypeOf("number");
  });

  test.each(["application/json", "text/json", "application/xml", "text/xml"] as const)(
    "savePersonImage reads the number from %s",
    async (accept) => {
      const image = file("front.png");

      expect(await client().savePersonImage({ personId, image, accept })).toBeTypeOf("number");
    },
  );

  test("savePersonImage rejects a missing image and a bad id", async () => {
    const empty = await client({ limits: "off" })
      .savePersonImage({ personId, image: new Uint8Array(), mediaType: "image/png" })
      .result();
    const bad = await client()
      .savePersonImage({ personId: 0, image: file("front.png") })
      .result();

    for (const { error } of [empty, bad]) {
      expect(error).toBeInstanceOf(VendorError);
      expect(error).toMatchObject({ status: 400 });
    }
  });

  test("getPersonImageInfo describes the image, and deletePersonImage takes it away", async () => {
    const api = client();
    const image = file("portrait.jpg");
    await api.savePersonImage({ personId, image });
    const info = await api.getPersonImageInfo({ personId });
    await api.deletePersonImage({ personId });
    const after = await api.getPersonImage({ personId }).result();

    expect(info.BlobId).toBeTypeOf("number");
    if (stateful) {
      expect([info.BlobSize, info.MimeType]).toEqual([image.size, "image/jpeg"]);
      expect(after.error?.status).toBe(404);
    } else expect(after.error).toBeUndefined();
  });

  test("a person without an image is 404, or a stand-in where one is asked for", async () => {
    const { error } = await client().getPersonImage({ personId: 124 }).result();
    const standIn = await client().getPersonImage({ personId: 124, ifBlank: "Default" });

    expect(error?.status).toBe(404);
    expect(standIn.size).toBeGreaterThan(0);
  });

  test("withResponse brings the response", async () => {
    const { data, response } = await client().getPersonImageInfo({ personId }).withResponse();

    expect([response.status, data.ConceptualType]).toEqual([200, "PERSONPHOTO"]);
  });
});
