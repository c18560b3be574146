import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fixture } from "@image-apis/spec";
import { afterAll, describe, expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { filePart, form, formType, png } from "./support/requests.ts";

const documents = fileURLToPath(new URL("documents/", import.meta.url));
const json = { "Content-Type": "application/json" };

describe("a document in the style of springdoc", () => {
  const mock = useMock({ document: `${documents}springdoc.json`, stateful: true });

  test("a response of any type comes as JSON, made from its schema", async () => {
    const listed = await mock.send({ target: "/albums/1/photos" });

    expect([listed.status, listed.mediaType]).toEqual([200, "application/json"]);
    expect(listed.json()).toEqual(expect.any(Array));
  });

  test("parameters and forms are checked", async () => {
    expect((await mock.send({ target: "/albums/one/photos" })).status).toBe(400);
    expect((await mock.send({ target: "/albums/1/photos?size=101" })).status).toBe(400);
    const upload = { method: "POST", target: "/albums/1/photos", headers: formType };
    expect((await mock.send({ ...upload, body: form([filePart(png)]) })).status).toBe(201);
    expect((await mock.send({ ...upload, body: form([]) })).status).toBe(400);
  });

  test("it is the only one that is served, under the name of its file", async () => {
    expect((await mock.send({ target: "/__mock/health" })).json().apis).toEqual(["springdoc"]);
    expect((await mock.send({ target: "/api/v1/Person/123/ImageInfo" })).status).toBe(404);
    expect((await mock.send({ target: "/__mock/openapi/springdoc.json" })).json().openapi).toMatch(
      /^3\.1/,
    );
  });
});

describe("a document in the style of FastAPI", () => {
  const mock = useMock({ document: `${documents}fastapi.json` });
  const put = (body: unknown, query = "", headers = { Authorization: "Bearer x" }) =>
    mock.send({
      method: "PUT",
      target: `/items/1${query}`,
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });

  test("JSON is checked by its schema, and credentials are asked for", async () => {
    const item = { name: "a", price: 1, tax: null };
    expect((await put(item)).status).toBe(200);
    expect((await put({ ...item, price: 0 })).status).not.toBe(200);
    expect((await put({ name: "a" })).status).not.toBe(200);
    expect((await put(item, "?q=toolong")).status).not.toBe(200);
    expect((await put(item, "", { Authorization: "" })).status).toBe(401);
  });

  test("an image without a schema is an image", async () => {
    const { mediaType, body } = await mock.send({ target: "/items/1/image" });

    expect(mediaType).toBe("image/png");
    expect(body.subarray(0, 4)).toEqual(Buffer.from(fixture("front.png").bytes.subarray(0, 4)));
  });
});

describe("a document in the style of Swashbuckle", () => {
  const mock = useMock({ document: `${documents}swashbuckle.json` });
  const bearer = { Authorization: "Bearer x" };

  test("operations without an id have one of method and path", async () => {
    const { operations } = (await mock.send({ target: "/__mock/coverage" })).json();

    expect(operations.map(({ operationId }: { operationId: string }) => operationId)).toEqual([
      "getApiFilesId",
      "postApiFiles",
    ]);
  });

  test("nullable, enums and ranges of media types are understood", async () => {
    const post = (file: unknown, type = "application/json") =>
      mock.send({
        method: "POST",
        target: "/api/Files",
        headers: { ...bearer, "Content-Type": type },
        body: JSON.stringify(file),
      });
    expect((await post({ name: "a", kind: 2 })).status).toBe(200);
    expect((await post({ name: "a" }, "text/json")).status).toBe(200);
    expect((await post({ name: "a", kind: 3 })).status).toBe(400);
    expect((await post({ name: "a", other: 1 })).status).toBe(400);
    const target = "/api/Files/0b9b1a3e-0e57-4d3b-8c0e-2f8b0f0a6a11";
    const read = await mock.send({ target, headers: { ...bearer, Accept: "text/json" } });
    expect([read.status, read.mediaType]).toEqual([200, "text/json"]);
    expect((await mock.send({ target: "/api/Files/1", headers: bearer })).status).toBe(400);
  });
});

describe("a document written by hand in several files, with exchanges", () => {
  const folder = `${documents}split/`;
  const mock = useMock({ document: `${folder}openapi.yaml`, exchanges: `${folder}exchanges` });

  test("examples are found wherever they are, and parameters of the operation count", async () => {
    expect((await mock.send({ target: "/pets/1" })).json()).toEqual({ name: "Rex", owner: null });
    expect((await mock.send({ target: "/pets/0" })).status).toBe(400);
  });

  test("a value that an exchange shows to be special selects its response", async () => {
    const unknown = await mock.send({ target: "/pets/9" });

    expect([unknown.status, unknown.json()]).toEqual([404, { message: "There is no such pet." }]);
    await mock.send({ target: "/pets/1" });
    const { exchanges } = (await mock.send({ target: "/__mock/coverage" })).json();
    expect(exchanges).toEqual({ documented: 2, exercised: 2 });
  });

  test("what stands for several statuses stands for 200", async () => {
    const body = JSON.stringify({ name: "New", owner: null, parent: { name: "Old" } });
    const saved = await mock.send({ method: "POST", target: "/pets", headers: json, body });
    expect([saved.status, saved.json()]).toEqual([200, { name: "Saved" }]);
    const wrong = JSON.stringify({ name: "New", parent: { name: "" } });
    const refused = await mock.send({
      method: "POST",
      target: "/pets",
      headers: json,
      body: wrong,
    });
    expect(refused.status).toBe(400);
    expect((await mock.send({ method: "HEAD", target: "/pets/1" })).status).toBe(200);
  });

  test("scripted faults, worlds and a base path are for it as well", async () => {
    const based = await startMock({
      port: 0,
      document: `${folder}openapi.yaml`,
      basePath: "/base",
    });
    const world = await based.world("one");
    world.failNext({ operationId: "showPetById", fault: 503 });
    const statuses: number[] = [];
    for (let call = 0; call < 2; call++) {
      statuses.push((await world.fetch(`${world.url}/base/pets/1`)).status);
    }
    await based.close();

    expect(statuses).toEqual([503, 200]);
  });
});

describe("what cannot be served stops the start", () => {
  const folder = mkdtempSync(join(tmpdir(), "document-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const pets = `${documents}split/openapi.yaml`;

  test.each([
    ["old.json", '{"swagger":"2.0","info":{},"paths":{}}', /of version 2\.0\. .* convert it first/],
    ["list.yaml", "- 1", /list\.yaml cannot be read: Document must be JSON object/],
    ["broken.json", "{", /broken\.json cannot be read/],
    [
      "lost.yaml",
      "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {/a: {$ref: none.yaml}}",
      /lost\.yaml cannot be read: .*none\.yaml/s,
    ],
    [
      "far.yaml",
      "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {/a: {$ref: 'http://127.0.0.1:1/a.yaml'}}",
      /far\.yaml refers to another server, from which the mock fetches nothing/,
    ],
  ])("%s", async (name, text, message) => {
    const document = at(name, text);

    await expect(startMock({ port: 0, document })).rejects.toThrow(message);
  });

  test("a document that is not there, and exchanges without a document", async () => {
    await expect(startMock({ port: 0, document: join(folder, "none.yaml") })).rejects.toThrow(
      /none\.yaml cannot be read/,
    );
    await expect(startMock({ port: 0, exchanges: folder })).rejects.toThrow(
      /belongs to --document/,
    );
  });

  test.each([
    ["showPet", "response: {status: 200}", /no operation is called "showPet"/],
    ["showPetById", "response: {status: 500}", /status 500; documented are 200, 404/],
    ["showPetById", "response: {status: 200, example: max}", /has no example "max"\. It has rex/],
    ["showPetById", "- 1", /an exchange has a request and a response/],
  ])("an exchange of %s: %s", async (operationId, text, message) => {
    const exchanges = mkdtempSync(join(folder, "exchanges-"));
    mkdirSync(join(exchanges, operationId));
    writeFileSync(join(exchanges, operationId, "one.yaml"), text);

    await expect(startMock({ port: 0, document: pets, exchanges })).rejects.toThrow(message);
  });
});
