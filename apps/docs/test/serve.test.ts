import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DocsServer, PortTakenError, serveDocs } from "../src/server/index.ts";
import { buildSite } from "../src/site/build-site.ts";
import { staticFiles } from "../src/site/site-files.ts";

/** Made before the server starts: while a page is made, the server cannot tell a client that it ends a connection. */
const files = staticFiles();
let folder = "";
let docs: DocsServer;
beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), "image-apis-docs-test-")), "site");
  buildSite(folder, () => files);
  docs = await serveDocs({ port: 0, folder });
});
afterAll(async () => {
  await docs.close();
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

const get = (path: string, init?: RequestInit) =>
  fetch(docs.url + path, { redirect: "manual", ...init });

describe("the server", () => {
  test("answers a page", async () => {
    const response = await get("/");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html;charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toContain("<h1>Image APIs you can check");
  });

  test("sends a folder's address on to the one with a slash, where relative links hold", async () => {
    const page = files.find(({ path }) => path.startsWith("ref/"))?.path ?? "";
    const address = `/${page.replace("/index.html", "")}`;
    const response = await get(`${address}?a=1`);
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(`${address}/?a=1`);
  });

  test("lets files that are named after their content be kept for good", async () => {
    const file = files.find(({ path }) => path.endsWith(".css"))?.path;
    const response = await get(`/${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  test.each(["/nothing", "/nothing/", "/../package.json", "/%2e%2e/%2e%2e/package.json", "/%"])(
    "has nothing at %s",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test.each([".md", ".txt", ".yaml", ".html"])("says the charset of a %s file", async (end) => {
    const file = files.find(({ path }) => path.endsWith(end))?.path;
    expect((await get(`/${file}`)).headers.get("content-type")).toMatch(/;charset=utf-8$/);
  });

  test("only reads", async () => {
    const response = await get("/", { method: "POST" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  test("lets what runs beside it answer first", async () => {
    const other = await serveDocs({
      port: 0,
      folder,
      first({ url }, response) {
        if (url === "/mine") response.end("mine");
        return url === "/mine";
      },
    });
    expect(await (await fetch(`${other.url}/mine`)).text()).toBe("mine");
    expect((await fetch(other.url)).status).toBe(200);
    await other.close();
  });

  test("shows a new build without a restart", async () => {
    buildSite(folder, () => [...files, { path: "new/index.html", content: "fresh" }]);
    expect(await (await get("/new/")).text()).toBe("fresh");
  });
});

test("a taken port is an error that names the variable", async () => {
  const port = Number(new URL(docs.url).port);
  const second = serveDocs({ port, folder });
  await expect(second).rejects.toBeInstanceOf(PortTakenError);
  await expect(second).rejects.toThrow(`Port ${port} is taken. Set DOCS_PORT`);
});

test("a site that was never built is an error that says how to build it", async () => {
  await expect(serveDocs({ port: 0, folder: "/nowhere" })).rejects.toThrow("npm run build");
});

test("closing frees the port, whatever is still being asked", async () => {
  const first = await serveDocs({ port: 0, folder });
  const port = Number(new URL(first.url).port);
  const unfinished = connect(port, "127.0.0.1").on("error", () => undefined);
  await once(unfinished, "connect");
  unfinished.write("GET / HTTP/1.1\r\n");
  await Promise.all([first.close(), new Promise((ended) => unfinished.once("close", ended))]);
  const second = await serveDocs({ port, folder });
  await second.close();
});

describe("the server, told where a mock runs", () => {
  const mockUrl = "http://127.0.0.1:4999";
  let named: DocsServer;
  beforeAll(async () => {
    named = await serveDocs({ port: 0, folder, mockUrl });
  });
  afterAll(() => named.close());

  test("names that mock in every page, text and download, and the built address in none", async () => {
    const naming = files.filter(({ content }) => String(content).includes(":4010"));
    expect(naming.map(({ path }) => path.replace(/^.*\./, ""))).toEqual(
      expect.arrayContaining(["html", "md", "txt"]),
    );
    for (const { path } of naming) {
      const text = await (await fetch(`${named.url}/${path}`)).text();
      expect(text, path).toContain(mockUrl);
      expect(text, path).not.toContain(":4010");
    }
  });

  test("answers folders, missing pages and HEAD as before", async () => {
    const [page] = await Promise.all([fetch(`${named.url}/`), fetch(`${named.url}/`)]);
    expect(page.headers.get("content-type")).toBe("text/html;charset=utf-8");
    expect(await page.text()).toContain("<h1>Image APIs you can check");
    expect((await fetch(`${named.url}/guides`, { redirect: "manual" })).status).toBe(308);
    expect((await fetch(`${named.url}/nothing/`)).status).toBe(404);
    const head = await fetch(`${named.url}/`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});
