import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withBrowser } from "./site.ts";
import { visit } from "./visit.ts";

const { browser, site } = withBrowser();
const below = "/team/docs";

/** A static host that has the site below a path, and its 404.html wherever it has nothing. */
const host = createServer(async (request, response) => {
  const path = request.url ?? "/";
  const isBelow = path.startsWith(`${below}/`);
  const found = await fetch(site() + (isBelow ? path.slice(below.length) : "/nothing"));
  response.writeHead(found.status, { "Content-Type": found.headers.get("content-type") ?? "" });
  response.end(Buffer.from(await found.arrayBuffer()));
});
beforeAll(() => new Promise<void>((listening) => host.listen(0, "127.0.0.1", listening)));
afterAll(() => {
  host.close();
  host.closeAllConnections();
});

test.each(["/gone", "/gone/", "/ref/gone/deeper/index.html"])(
  "where there is no page, at %s, the way back is found below any path",
  async (path) => {
    const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const { page, foreign, close } = await visit(browser(), origin, below + path);
    await page.getByRole("link", { name: "Guides" }).click();
    await page.getByRole("heading", { name: "Guides", level: 1 }).waitFor();
    const { pathname } = new URL(page.url());
    await close();
    expect(pathname).toBe(`${below}/guides/`);
    expect(foreign).toEqual([]);
  },
);
