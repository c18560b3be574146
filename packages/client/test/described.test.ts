import { describe, expect, test } from "vitest";
import { headerAuth } from "../src/auth/auth.ts";
import { queryAuth } from "../src/auth/query-auth.ts";
import type { ClientOptions } from "../src/client/client-options.ts";
import { sha1 } from "./capture-server.ts";
import { clientOf } from "./client-of.ts";

describe("a list in a query", () => {
  test.each([
    ["style: form", "?tag=a&tag=b%20c"],
    ["style: form, explode: false", "?tag=a%2Cb%20c"],
    ["style: spaceDelimited", "?tag=a%20b%20c"],
    ["style: pipeDelimited", "?tag=a%7Cb%20c"],
  ])("with %s is %s", async (style, query) => {
    const { server, client } = await clientOf(
      `parameters: [{ name: tag, in: query, ${style}, schema: { type: array, items: { type: string } } }]`,
    );
    await client.call({ tag: ["a", "b c"] });
    expect(server.only().target).toBe(`/pictures${query}`);
  });
});

describe("an object in a query", () => {
  test.each([
    ["style: deepObject, explode: true", "?page[size]=5&page[number]=2"],
    ["style: form, explode: true", "?size=5&number=2"],
    ["style: form, explode: false", "?page=size%2C5%2Cnumber%2C2"],
  ])("with %s is %s", async (style, query) => {
    const { server, client } = await clientOf(
      `parameters: [{ name: page, in: query, ${style}, schema: { type: object, properties: { size: { type: integer }, number: { type: integer } } } }]`,
    );
    await client.call({ page: { size: 5, number: 2 } });
    expect(decodeURIComponent(server.only().target)).toBe(`/pictures${decodeURIComponent(query)}`);
  });
});

test("cookies of the call and a credential in a cookie are one header", async () => {
  const { server, client } = await clientOf(
    "parameters: [{ name: theme, in: cookie, schema: { type: string } }]",
    { auth: headerAuth("pictures", "Cookie", "EXAMPLE", "session=") },
  );
  await client.call({ theme: "dark" });
  expect(server.only().headers.cookie).toBe("theme=dark; session=EXAMPLE");
});

test("a credential in the query goes along, and no log shows it", async () => {
  const lines: string[] = [];
  const logger = {
    debug: (line: string) => lines.push(line),
    warn: (line: string) => lines.push(line),
  };
  const { server, client } = await clientOf("{}", {
    auth: queryAuth("pictures", "auth", "EXAMPLE"),
    logger: logger as unknown as NonNullable<ClientOptions<string>["logger"]>,
  });
  await client.call();
  expect(server.only().target).toBe("/pictures?auth=EXAMPLE");
  expect(lines.join("\n")).not.toContain("EXAMPLE");
});

test("a form has several files, a list of files and texts", async () => {
  const { server, client } = await clientOf(`
requestBody:
  required: true
  content:
    multipart/form-data:
      schema:
        type: object
        required: [front, title]
        properties:
          front: { type: string, format: binary }
          more: { type: array, items: { type: string, format: binary } }
          title: { type: string }
          tags: { type: array, items: { type: string } }
          position: { type: integer, format: int32 }`);
  const file = (text: string) => new File([text], `${text}.txt`, { type: "text/plain" });
  await client.call({
    front: file("a"),
    more: [file("b"), file("c")],
    title: "Front",
    tags: ["x", "y"],
    position: 2,
  });
  const { parts, fields } = server.only();
  const part = (name: string, text: string) => ({
    name,
    filename: `${text}.txt`,
    mediaType: "text/plain",
    sha1: sha1(new TextEncoder().encode(text)),
  });
  expect(parts).toEqual([part("front", "a"), part("more", "b"), part("more", "c")]);
  expect(fields).toEqual([
    ["title", "Front"],
    ["tags", "x"],
    ["tags", "y"],
    ["position", "2"],
  ]);
});

test("what is wrong with a file names its option, whichever it is", async () => {
  const { server, client } = await clientOf(`
requestBody:
  content:
    multipart/form-data:
      schema:
        type: object
        properties:
          front: { type: string, format: binary }
          back_side: { type: string, format: binary, x-limits: { minBytes: 10 } }`);
  const call = client.call({ front: new Blob(["a"]), backSide: new Blob(["b"]) });
  await expect(call).rejects.toMatchObject({ argument: "backSide" });
  expect(server.requests).toEqual([]);
});

test("texts of an urlencoded form", async () => {
  const { server, client } = await clientOf(`
requestBody:
  required: true
  content:
    application/x-www-form-urlencoded:
      schema: { type: object, required: [key], properties: { key: { type: string }, more: { type: array, items: { type: string } } } }`);
  await client.call({ key: "a b&c", more: ["1", "2"] });
  const { headers, body } = server.only();
  expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(String(body)).toBe("key=a+b%26c&more=1&more=2");
});

describe("a JSON body that is no single object", () => {
  const yaml = `
requestBody: { required: true, content: { application/json: { schema: { oneOf: [{ type: object }, { type: array }] } } } }`;

  test.each([[[1, 2]], [{ a: 1 }]])("is one option: %j", async (body) => {
    const { server, client } = await clientOf(yaml);
    await client.call({ body });
    expect(JSON.parse(String(server.only().body))).toEqual(body);
  });

  test("is missed before anything is sent", async () => {
    const { server, client } = await clientOf(yaml);
    await expect(client.call({})).rejects.toThrow("body: pass the body.");
    expect(server.requests).toEqual([]);
  });
});

test("a list or a body that may be left out is sent when it is empty, whatever is said of those that may not", async () => {
  const { server, client } = await clientOf(`
parameters: [{ name: ids, in: query, x-when: no-id-selected, schema: { type: array, items: { type: integer } } }]
requestBody: { content: { image/png: { schema: { type: string, format: binary, x-when: missing-image } } } }
responses:
  '204': { description: Done. }
  '400':
    description: Refused.
    content: { application/json: { schema: {}, examples: { none: { x-when: [no-id-selected, missing-image], value: {} } } } }`);
  await client.call({ ids: [], file: new File([], "a.png", { type: "image/png" }) });
  expect(server.only().headers).toMatchObject({
    "content-type": "image/png",
    "content-length": "0",
  });
});

describe("a response", () => {
  const content = (type: string, schema: string) => `content: { ${type}: { schema: ${schema} } }`;

  test("of text is a text", async () => {
    const { server, client } = await clientOf(
      `responses: { '200': { description: '', ${content("text/plain", "{ type: string }")} } }`,
    );
    server.answer({ body: "stored", headers: { "Content-Type": "text/plain" } });
    await expect(client.call()).resolves.toBe("stored");
  });

  test("of a range of successes is read as documented", async () => {
    const { server, client } = await clientOf(
      `responses: { 2XX: { description: '', ${content("application/json", "{ type: object }")} } }`,
    );
    server.answer({ status: 201, json: { id: 7 } });
    await expect(client.call()).resolves.toEqual({ id: 7 });
  });

  test("may be any JSON value where the schema says so", async () => {
    const { server, client } = await clientOf(
      `responses: { '200': { description: '', ${content("application/json", "{ type: boolean }")} } }`,
    );
    server.answer({ json: true });
    await expect(client.call()).resolves.toBe(true);
  });

  test("of a range of failures is a failure with its body", async () => {
    const { server, client } = await clientOf(
      `responses: { '204': { description: '' }, 4XX: { description: '', ${content("application/json", "{ type: object }")} } }`,
    );
    server.answer({ status: 409, json: { detail: "Taken" } });
    await expect(client.call()).rejects.toMatchObject({ status: 409, body: { detail: "Taken" } });
  });
});
