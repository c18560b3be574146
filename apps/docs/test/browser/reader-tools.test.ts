import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { sampleLanguages } from "@image-apis/codegen";
import { fixture } from "@image-apis/spec";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { siteFolder } from "../../src/server/index.ts";
import { addresses } from "../../src/site/addresses.ts";
import { themeHash, themeScript } from "../../src/site/frame/theme.ts";
import { sampleKey, samplesFor } from "../../src/site/samples.ts";
import { apis, withBrowser } from "./site.ts";
import { visit, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const visitNext = visitsInTurn(browser, site);
const upload = apis
  .flatMap(({ name, operations }) => operations.map((operation) => ({ api: name, ...operation })))
  .find(({ requestBody }) => requestBody?.content["multipart/form-data"] !== undefined);
const { operationId = "", api = "" } = upload ?? {};
const uploadPage = `/${addresses.operation(operationId)}`;

describe("the search", () => {
  test.each([
    ["a code", "8083", `/${addresses.error("8083")}`],
    ["an operation", operationId, uploadPage],
    ["a parameter", "image_ids", "/ref/deleteCustomerImage/#parameter-image_ids"],
    ["a guide", "placeholder", "/guides/versions-and-placeholders/"],
    ["a word that is misspelt", "athentication", "/guides/authentication/"],
  ])("finds %s with the keyboard alone", async (_, words, target) => {
    const { page, foreign, complaints, close } = await visitNext("/guides/uploading/");
    await page.keyboard.press("/");
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.type(words);
    await page.locator(".search-results a").first().waitFor();
    const found = await page
      .locator(".search-results a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href === found[0]);
    await close();
    expect(found.some((href) => href.startsWith(site() + target.replace(/\/$/, "")))).toBe(true);
    expect([...foreign, ...complaints]).toEqual([]);
  });

  test("takes a code for what it is", async () => {
    const { page, close } = await visitNext("/");
    await page.keyboard.press("/");
    await page.getByRole("searchbox").fill("8083");
    await page.locator(".search-results a").first().waitFor();
    const found = await page.locator(".search-results a").allTextContents();
    await close();
    expect(found.filter((text) => /\b808[0-24-9]\b/.test(text.split(" ")[0] ?? ""))).toEqual([]);
  });

  test("is loaded when it is used, not before", async () => {
    const { page, close } = await visit(browser(), site(), "/");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.waitForTimeout(500);
    expect(requests).toEqual([]);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("searchbox").fill("upload");
    await page.locator(".search-results a").first().waitFor();
    await close();
    expect(requests.some((url) => url.endsWith(addresses.searchIndex))).toBe(true);
  });
});

describe("a sample", () => {
  test("is copied as it is tested", async () => {
    const options = { permissions: ["clipboard-read", "clipboard-write"] };
    const { page, close } = await visit(browser(), site(), uploadPage, options);
    await page.locator(".copyable:has([data-sample$='.sh']) .copy").click();
    await page.getByText("Copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await close();
    const own = samplesFor(apis).get(sampleKey(api, operationId));
    const tested = own?.sets.get(own.first)?.samples[0]?.text;
    expect(copied).toBe(tested);
  });
});

describe("the languages of the samples", () => {
  const languages = (page: Page) =>
    page
      .locator(".tabs button[aria-pressed=true]")
      .evaluateAll((buttons) => buttons.map((button) => button.textContent));

  test("are tabs, of which one is shown", async () => {
    const { page, close } = await visit(browser(), site(), uploadPage);
    expect(await languages(page)).toEqual(["curl"]);
    await page.getByRole("button", { name: "PowerShell" }).click();
    expect(await languages(page)).toEqual(["PowerShell"]);
    const shown = await page
      .locator("pre[data-sample]:visible")
      .evaluateAll((blocks) => blocks.map((block) => block.getAttribute("data-language")));
    await close();
    expect(shown).toEqual(["powershell"]);
  });

  test("stay the chosen one for every request and on other pages", async () => {
    const { page, close } = await visit(browser(), site(), uploadPage);
    await page.getByRole("button", { name: "Python requests" }).click();
    await page.getByRole("link", { name: /^Samples of the other/ }).click();
    await page.waitForURL((url) => url.pathname.endsWith("/samples/"));
    const chosen = await languages(page);
    await close();
    expect(chosen.length).toBeGreaterThan(1);
    expect(new Set(chosen)).toEqual(new Set(["Python requests"]));
  });

  test("are all on the page for a reader without JavaScript", async () => {
    const { page, close } = await visit(browser(), site(), uploadPage, {
      javaScriptEnabled: false,
    });
    const titles = await page.locator(".sample > summary:visible").allTextContents();
    await close();
    expect(titles).toEqual(sampleLanguages.map(({ title }) => title));
  });
});

describe("the form that tries an operation", () => {
  const received: { request: IncomingMessage; body: Buffer }[] = [];
  const documented = '{"data":[{"code":200}]}';
  const server = createServer(async (request, response) => {
    const cors = {
      "Access-Control-Allow-Origin": request.headers.origin ?? "",
      "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "",
      "Access-Control-Allow-Methods": "POST, PUT, DELETE",
    };
    if (request.method === "OPTIONS") return response.writeHead(204, cors).end();
    received.push({ request, body: Buffer.concat(await request.toArray()) });
    return response.writeHead(200, { ...cors, "Content-Type": "application/json" }).end(documented);
  });
  let mock = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    mock = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  /** Opens the form; the test's own server is the one host beside the site that may be asked. */
  async function openForm() {
    const visited = await visitNext(uploadPage);
    await visited.page.getByRole("button", { name: "Try it on the mock" }).click();
    await visited.page.getByRole("form").waitFor();
    return visited;
  }

  test("uploads a file and shows status, headers and body", async () => {
    const { page, complaints, close } = await openForm();
    const { bytes } = fixture("front.png");
    await page.getByLabel("Address of the mock").fill(mock);
    await page
      .getByLabel("Files")
      .setInputFiles({ name: "front.png", mimeType: "image/png", buffer: Buffer.from(bytes) });
    await page.getByRole("button", { name: "Send" }).click();
    await page.locator(".try-body").waitFor();
    const [status, headers, body] = await Promise.all(
      [".try-status", ".try-headers", ".try-body"].map((part) => page.locator(part).textContent()),
    );
    await close();
    expect(status).toContain("200");
    expect(headers).toContain("content-type: application/json");
    expect(JSON.parse(body ?? "")).toEqual(JSON.parse(documented));
    expect(complaints).toEqual([]);
    const [sent] = received;
    expect(sent?.request.url).toMatch(/^\/v2\/customers\/\d+\/setImage$/);
    expect(sent?.request.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent?.request.headers.authorization).toMatch(/^Basic /);
    expect(sent?.body.includes(Buffer.from(bytes))).toBe(true);
    expect(sent?.body.toString("latin1")).toContain('name="file"; filename="front.png"');
  });

  test("says how to start a mock where none answers", async () => {
    const { page, close } = await openForm();
    await page.getByLabel("Address of the mock").fill("http://127.0.0.1:9");
    await page.getByRole("button", { name: "Send" }).click();
    const advice = page.getByText("npm run mock -- --port 9");
    await advice.waitFor();
    await close();
  });

  test.each([
    "https://eu.api.capillarytech.com",
    "http://192.168.0.1",
    "http://localhost.example",
    "x",
  ])("never asks %s", async (address) => {
    const { page, foreign, close } = await openForm();
    await page.getByLabel("Address of the mock").fill(address);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Only a mock on this machine is asked").waitFor();
    await close();
    expect(foreign).toEqual([]);
  });

  test("could not reach a vendor even if its own check were gone", async () => {
    const { page, foreign, close } = await openForm();
    const outcome = await page.evaluate(() =>
      fetch("https://eu.api.capillarytech.com/").then(
        () => "reached",
        () => "refused",
      ),
    );
    await close();
    expect(outcome).toBe("refused");
    expect(foreign).toEqual([]);
  });
});

describe("without JavaScript", () => {
  const options = { javaScriptEnabled: false };

  test("an operation's page shows everything and offers nothing that would not work", async () => {
    const { page, close } = await visit(browser(), site(), uploadPage, options);
    for (const status of Object.keys(upload?.responses ?? {})) {
      expect(await page.locator(`#response-${status}`).isVisible()).toBe(true);
    }
    expect(await page.locator(".search-button, .try").filter({ visible: true }).count()).toBe(0);
    await close();
  });
});

describe("opened from disk", () => {
  const open = async (path: string) => {
    const context = await browser().newContext();
    const page = await context.newPage();
    await page.goto(`file://${siteFolder()}${path}index.html`);
    return { page, close: () => context.close() };
  };

  test("a static page has its styles and copy buttons", async () => {
    const { page, close } = await open(uploadPage);
    expect(await page.locator(".copy").first().isVisible()).toBe(true);
    expect(await page.locator(".search-button").isVisible()).toBe(false);
    const margin = await page.evaluate(() => getComputedStyle(document.body).marginTop);
    await close();
    expect(margin).toBe("0px");
  });

  test("links lead to pages, and not into folders", async () => {
    const { page, close } = await open("/");
    const guides = page.getByRole("link", { name: "Guides", exact: true });
    await guides.click();
    await page.getByRole("heading", { name: "Guides", level: 1 }).waitFor();
    const folders = await page.evaluate(() =>
      Array.from(document.querySelectorAll("a"), ({ href }) => href).filter((href) =>
        /^file:.*\/(#.*)?$/.test(href),
      ),
    );
    await close();
    expect(folders).toEqual([]);
  });

  test.each(apis)("the interactive reference of $name says what to run", async ({ name }) => {
    const { page, close } = await open(`/${addresses.reference(name)}`);
    expect(await page.getByText("npm run docs").isVisible()).toBe(true);
    await close();
  });
});

test("the script every page starts with does not ask for more by itself", () => {
  const page = readFileSync(`${siteFolder()}${uploadPage}index.html`, "utf8");
  expect(page.match(/<script[^>]* src=/g)).toHaveLength(1);
  // The one that is part of the page runs before it is shown, and only since the policy names its hash.
  expect(page.match(/<script>[^<]*/g)).toEqual([`<script>${themeScript}`]);
  expect(page.replaceAll("&#x27;", "'")).toContain(themeHash);
});
