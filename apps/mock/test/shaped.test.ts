import { loadDocument, loadExchanges } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { addImages, basic, filePart, form, png, saveImage } from "./support/requests.ts";

describe("a base path", () => {
  const mock = useMock({ basePath: "/api/mock/", stateful: true });
  const below = (base: string) => ({
    ...saveImage(png),
    target: `${base}/api/v1/Person/123/Image`,
  });

  test("stands before every path of the API, and not before /__mock", async () => {
    expect((await mock.send(below("/api/mock"))).status).toBe(200);
    expect((await mock.send(below(""))).status).toBe(404);
    expect((await mock.send(below("/api/mockery"))).status).toBe(404);
    expect((await mock.send({ target: "/__mock/health" })).status).toBe(200);
  });

  test("is in the journal and in the document that is served", async () => {
    await mock.send(below("/api/mock"));

    const [entry] = (await mock.send({ target: "/__mock/requests" })).json().slice(-1);
    expect(entry.target).toBe("/api/mock/api/v1/Person/123/Image");
    const { paths } = (await mock.send({ target: "/__mock/openapi/superoffice.json" })).json();
    expect(Object.keys(paths).every((path) => path.startsWith("/api/mock/"))).toBe(true);
  });

  test("stays when the documents are loaded again", async () => {
    const reloaded = await startMock({ port: 0, basePath: "/base" });
    await reloaded.reload(async () => [
      {
        name: "superoffice",
        document: loadDocument("superoffice"),
        exchanges: loadExchanges("superoffice"),
      },
    ]);
    const { status } = await fetch(`${reloaded.url}/base/api/v1/Person/123/ImageInfo`, {
      headers: basic,
    });
    await reloaded.close();

    expect(status).toBe(200);
  });

  test.each(["api", "//", "/a b", "/{id}", "/a/../b", "/a?b", "/__mock", "/__mock/api"])(
    "%s is none",
    async (basePath) => {
      await expect(startMock({ port: 0, basePath })).rejects.toThrow(/base.?path/);
    },
  );
});

describe("lenient images", () => {
  const x = Buffer.from("x");

  describe.each([false, true])("on a mock that is stateful: %s", (stateful) => {
    const mock = useMock({ lenientImages: true, stateful });

    test("any bytes will do", async () => {
      expect((await mock.send(saveImage(x))).status).toBe(200);
      expect((await mock.send(addImages(form([filePart(x)])))).status).toBe(200);
    });

    test("the number of files, their most bytes and the parameters count as ever", async () => {
      expect((await mock.send(addImages(form(Array(6).fill(filePart(x)))))).status).toBe(400);
      expect((await mock.send(addImages(form([])))).status).toBe(400);
      expect((await mock.send(saveImage(""))).status).toBe(400);
      const typed = saveImage(x, { "Content-Type": "text/plain" });
      expect((await mock.send(typed)).status).toBe(415);
    });
  });

  test("a stateful mock gives the bytes back under the type they were sent with", async () => {
    const mock = await startMock({ port: 0, lenientImages: true, stateful: true });
    await mock.fetch(`${mock.url}/api/v1/Person/123/Image`, {
      method: "PUT",
      headers: { ...basic, "Content-Type": "image/png" },
      body: x,
    });
    const response = await mock.fetch(`${mock.url}/api/v1/Person/123/Image`, { headers: basic });
    const text = await response.text();
    await mock.close();

    expect([response.status, response.headers.get("content-type"), text]).toEqual([
      200,
      "image/png",
      "x",
    ]);
  });
});
