import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { useBrowser } from "@image-apis/testing/use-browser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock, startProxy } from "../../src/index.ts";
import { basic, png, saveImage } from "../support/requests.ts";
import { send } from "../support/send.ts";

/** A page of another origin, on the same machine as the mock. */
const elsewhere = createServer((_, response) => {
  response
    .writeHead(200, { "Content-Type": "text/html" })
    .end("<!doctype html><title>evil</title>");
});
const browser = useBrowser();
let mock: Mock;
let hostile: string;

beforeAll(async () => {
  mock = await startMock({ port: 0, stateful: true });
  await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
  hostile = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await mock.close();
  await new Promise((closed) => elsewhere.close(closed));
});

/** Everything that a page can try, as a script that resolves to what it got hold of. */
const attack = (target: string) => `(async () => {
  const mock = ${JSON.stringify(target)};
  const got = [];
  const reads = ["", "/requests", "/state", "/coverage", "/health", "/openapi/capillary.json"];
  for (const path of reads) {
    for (const init of [{}, { credentials: "include" }, { mode: "no-cors" }]) {
      await fetch(mock + "/__mock" + path, init)
        .then(async (it) => { const text = await it.text(); if (text !== "") got.push(path + text); })
        .catch(() => {});
    }
  }
  for (const [method, path] of [["POST", "/reset"], ["DELETE", "/requests"], ["DELETE", "/coverage"]]) {
    for (const init of [
      { mode: "no-cors" },
      { headers: { "Content-Type": "text/plain" }, body: "x" },
      { headers: { "X-Mock-Control": "1" } },
    ]) {
      await fetch(mock + "/__mock" + path, { method, ...init }).then((it) => { if (it.ok) got.push(path); }).catch(() => {});
    }
  }
  navigator.sendBeacon(mock + "/__mock/reset", "x");
  await new Promise((over) => {
    const events = new EventSource(mock + "/__mock/events");
    events.addEventListener("open", () => { got.push("events"); events.close(); over(); });
    events.addEventListener("error", () => { events.close(); over(); });
  });
  const load = (element) => new Promise((over) => {
    element.addEventListener("load", () => over(true));
    element.addEventListener("error", () => over(false));
    document.documentElement.append(element);
  });
  for (const path of ["/inspector.js", "/requests"]) {
    if (await load(Object.assign(document.createElement("script"), { src: mock + "/__mock" + path }))) got.push("script " + path);
  }
  const frame = Object.assign(document.createElement("iframe"), { name: "into" });
  await load(frame);
  const form = Object.assign(document.createElement("form"), {
    method: "post", action: mock + "/__mock/reset", target: "into", enctype: "text/plain",
  });
  document.documentElement.append(form);
  const sent = new Promise((over) => frame.addEventListener("load", over));
  form.submit();
  await sent;
  return got;
})()`;

const sandbox = `
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-forms");
  frame.srcdoc = "<!doctype html><title>none</title>";
  document.body.append(frame);
  new Promise((over) => frame.addEventListener("load", over));
`;

test.each([
  ["a page of another port", false],
  ["a page without an origin (sandbox)", true],
])("%s reads and changes nothing of the mock, and can call its API", async (_, isSandboxed) => {
  await send(mock.url, saveImage(png));
  const before = await everything();
  const page = await browser().newPage();
  await page.goto(hostile);
  if (isSandboxed) await page.evaluate(sandbox);
  const into = page.frames().at(-1) ?? page.mainFrame();
  await into.waitForLoadState();

  const got = await into.evaluate(attack(mock.url));

  expect(got).toEqual([]);
  expect(await everything()).toEqual(before);
  const status = `fetch("${mock.url}/api/v1/Person/123/ImageInfo", { headers: ${JSON.stringify(basic)} }).then((it) => it.status)`;
  expect(await into.evaluate(status)).toBe(200);
  await page.close();
});

test("a page that a target of the proxy makes up reads and changes nothing of the proxy", async () => {
  const target = elsewhere.address() as AddressInfo;
  const proxy = await startProxy({ port: 0, target: `http://127.0.0.1:${target.port}` });
  const page = await browser().newPage();
  await page.goto(`${proxy.url}/page`);
  const before = await (await fetch(`${proxy.url}/__mock/coverage`)).text();

  expect(await page.evaluate(attack(proxy.url))).toEqual([]);

  expect(await page.evaluate("self.origin")).toBe("null");
  expect(await (await fetch(`${proxy.url}/__mock/coverage`)).text()).toBe(before);
  const journal = (await (await fetch(`${proxy.url}/__mock/requests`)).json()) as unknown[];
  expect(journal.length).toBeGreaterThan(0);
  await page.close();
  await proxy.close();
});

async function everything(): Promise<string[]> {
  const read = async (target: string) => (await send(mock.url, { target })).body.toString();
  return Promise.all(["/__mock/requests", "/__mock/coverage", "/__mock/state"].map(read));
}
