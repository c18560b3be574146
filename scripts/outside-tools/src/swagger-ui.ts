import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { launchBrowser } from "@image-apis/testing/browser";
import swaggerUi from "swagger-ui-dist";

const page = `<!doctype html><title>Swagger UI</title><div id="ui"></div>
<script src="/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: "/document.json", dom_id: "#ui" });</script>`;

/** Boxes in which Swagger UI says that it does not understand something. */
const boxes =
  ".errors-wrapper, .version-pragma, .json-schema-2020-12-dialect-warning, .json-schema-dialect";

/** Every warning that Swagger UI shows of a document, and what its page's console says is wrong. */
export async function swaggerUiFaults(file: string): Promise<string[]> {
  const server = createServer(async (request, response) => {
    const name = basename(request.url ?? "");
    if (name === "")
      return response.setHeader("Content-Type", "text/html; charset=utf-8").end(page);
    const path = name === "document.json" ? file : join(swaggerUi.absolutePath(), name);
    const text = await readFile(path).catch(() => "");
    const type = name.endsWith(".js") ? "text/javascript" : "application/json";
    return response.setHeader("Content-Type", `${type}; charset=utf-8`).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    const faults: string[] = [];
    tab.on("pageerror", (error) => faults.push(error.message));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.locator(".opblock").first().waitFor();
    const texts = await tab.locator(boxes).allInnerTexts();
    const said = await tab.getByText(/dialect|unable to render|not supported/i).allInnerTexts();
    return [...faults, ...texts, ...said].map((it) => it.trim().replace(/\s+/g, " "));
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}
