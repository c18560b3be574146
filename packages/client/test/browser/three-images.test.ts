import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { fixture } from "@image-apis/spec";
import { useBrowser } from "@image-apis/testing/use-browser";
import type { Page } from "playwright-core";
import { build } from "rolldown";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { answers, type Behaviour } from "../misbehaving-server.ts";

const example = fileURLToPath(new URL("../../examples/three-images/", import.meta.url));
const entry = fileURLToPath(new URL("../../dist/generated/superoffice/index.js", import.meta.url));
const stored = answers(200, 167);

const browser = useBrowser();
let script: string;
let server: Server;
let page: Page;
/** By person, what the server does with each upload; after the last it stores them. */
let behaviours: Record<string, Behaviour[]>;
let uploads: string[];

beforeAll(async () => {
  const { output } = await build({
    input: `${example}page.ts`,
    resolve: { alias: { "@image-apis/client/superoffice": entry } },
    platform: "browser",
    logLevel: "silent",
    write: false,
  });
  script = output[0].code;
});

beforeEach(async () => {
  behaviours = {};
  uploads = [];
  const html = await readFile(`${example}index.html`, "utf8");
  server = createServer((request, response) => {
    const [, person = ""] = /Person\/(\d)\/Image$/.exec(request.url ?? "") ?? [];
    if (person !== "") {
      uploads.push(person);
      request.resume();
      return (behaviours[person]?.shift() ?? stored)(request, response);
    }
    if (request.url === "/") return response.setHeader("Content-Type", "text/html").end(html);
    if (request.url !== "/page.js") return response.writeHead(204).end();
    return response.setHeader("Content-Type", "text/javascript").end(script);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  page = await browser().newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterEach(async () => {
  await page.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

async function choose(...names: string[]) {
  const files = names.map((name) => {
    const { bytes, mediaType: mimeType } = fixture(name);
    return { name, mimeType, buffer: Buffer.from(bytes) };
  });
  await page.getByLabel("Choose up to three images").setInputFiles(files);
  await page.getByRole("button", { name: "Upload", exact: true }).click();
}
const summary = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const row = (index: number) => page.getByRole("listitem").nth(index);

test("three images are stored, each with its own progress", async () => {
  await choose("front.png", "portrait.jpg", "portrait.gif");
  await summary("3 of 3 stored.");

  expect(uploads.toSorted()).toEqual(["1", "2", "3"]);
  for (const index of [0, 1, 2]) {
    expect(await row(index).locator("progress").getAttribute("value")).toBe("1");
    expect(await row(index).textContent()).toContain("Stored.");
  }
});

test("one that fails says why, and only that one is uploaded again", async () => {
  behaviours["2"] = [answers(400, { ErrorType: "Refused", ErrorMessage: "Not today" })];
  await choose("front.png", "portrait.jpg", "portrait.gif");
  await summary("2 of 3 stored.");
  expect(await row(1).textContent()).toContain("Not today");

  uploads = [];
  await page.getByRole("button", { name: "Upload again what failed" }).click();
  await summary("3 of 3 stored.");

  expect(uploads).toEqual(["2"]);
});

test("an upload that is repeated by the client says so, and is stored", async () => {
  behaviours["1"] = [answers(503, {}, { "Retry-After": "0.1" })];
  await choose("front.png");
  await summary("1 of 1 stored.");

  expect(uploads).toEqual(["1", "1"]);
});

test("a cancelled upload stops, the others go on, and it can be uploaded again", async () => {
  behaviours["1"] = [() => {}];
  await choose("front.png", "portrait.jpg");
  await row(1).getByText("Stored.").waitFor();
  await page.getByRole("button", { name: "Cancel front.png" }).click();
  await summary("1 of 2 stored.");
  expect(await row(0).textContent()).toContain("Cancelled.");

  await page.getByRole("button", { name: "Upload again what failed" }).click();
  await summary("2 of 2 stored.");
});
