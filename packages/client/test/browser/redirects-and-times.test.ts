import { useBrowser } from "@image-apis/testing/use-browser";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { type Site, startSite } from "./site.ts";
import type { Tools } from "./tools.ts";

const plainHost = "plain.example";

const browser = useBrowser([plainHost]);

declare const tools: Tools;

/** Opens the page, and collects the errors that nobody caught. */
async function open(site: Site, url = site.url): Promise<{ page: Page; uncaught: string[] }> {
  const page = await browser().newPage();
  onTestFinished(() => page.close());
  const uncaught: string[] = [];
  page.on("pageerror", (error) => uncaught.push(String(error)));
  await page.goto(url);
  await page.waitForFunction("globalThis.tools");
  return { page, uncaught };
}

interface Sending {
  baseUrl: string;
  onProgress?: boolean;
  progress?: { followRedirects: boolean };
}

/** Saves an image with secrets, and says what came of it. */
async function save({ baseUrl, onProgress, progress }: Sending) {
  const { appToken, createSuperOfficeClient, soTicket } = tools.client;
  const auth = [soTicket("7T:EXAMPLE"), appToken("EXAMPLE")];
  const superoffice = createSuperOfficeClient({ baseUrl, auth, maxRetries: 0 });
  const call = superoffice.savePersonImage({
    personId: 1,
    image: tools.png(20_000, "front.png"),
    onProgress: onProgress ? () => {} : undefined,
    progress,
  });
  const { error } = await call.result();
  return error && { ...tools.told(error), redirected: "redirected" in error && error.redirected };
}

test.each([false, true])(
  "a redirect to another host gets neither secrets nor image, with onProgress %s",
  async (onProgress) => {
    const elsewhere = await startSite({ isOpen: true });
    const site = await startSite();
    site.answer({ status: 307, headers: { Location: `${elsewhere.url}/taken` } });
    const { page } = await open(site);
    const error = await page.evaluate(save, { baseUrl: site.url, onProgress });
    expect(error).toMatchObject({ name: "ConnectionError" });
    expect(site.requests).toHaveLength(1);
    expect(elsewhere.requests).toEqual([]);
  },
);

test("followRedirects lets a redirect have them, as its text says; the page's policy does not", async () => {
  const elsewhere = await startSite({ isOpen: true });
  const site = await startSite();
  site.answer({ status: 307, headers: { Location: `${elsewhere.url}/taken` } });
  const { page } = await open(site);
  const sending = { baseUrl: site.url, onProgress: true, progress: { followRedirects: true } };
  const error = await page.evaluate(save, sending);
  expect(error).toMatchObject({ name: "ConnectionError", redirected: true });
  const taken = elsewhere.requests.find(({ method }) => method === "PUT");
  expect(taken?.headers).toMatchObject({ "so-apptoken": "EXAMPLE" });
  expect(taken?.body.length).toBe(20_000);

  const guarded = await startSite({ policy: "connect-src 'self'" });
  guarded.answer({ status: 307, headers: { Location: `${elsewhere.url}/again` } });
  const safe = await open(guarded);
  const refused = await safe.page.evaluate(save, { ...sending, baseUrl: guarded.url });
  expect(refused).toMatchObject({ name: "ConnectionError" });
  expect(guarded.requests).toHaveLength(1);
  expect(elsewhere.requests.some(({ target }) => target === "/again")).toBe(false);
});

test.each([false, true])(
  "a call that is aborted before it is sent is not sent, with followRedirects %s",
  async (followRedirects) => {
    const site = await startSite();
    const { page } = await open(site);
    const errors = await page.evaluate(
      async ({ baseUrl, followRedirects }) => {
        const told: (string | undefined)[] = [];
        for (const at of ["start", "token", "middleware"]) {
          const controller = new AbortController();
          const { signal } = controller;
          const abort = () => controller.abort();
          const superoffice = tools.client.createSuperOfficeClient({
            baseUrl,
            auth: tools.client.bearer(() => {
              if (at === "token") abort();
              return "EXAMPLE";
            }),
            middleware: (request, next) => {
              if (at === "middleware") abort();
              return next(request);
            },
          });
          if (at === "start") abort();
          const image = tools.png(20_000, "a.png");
          const onProgress = () => {};
          const progress = { followRedirects };
          const call = superoffice.savePersonImage({
            personId: 1,
            image,
            signal,
            onProgress,
            progress,
          });
          told.push((await call.result()).error?.name);
        }
        return told;
      },
      { baseUrl: site.url, followRedirects },
    );
    expect(errors).toEqual(["AbortError", "AbortError", "AbortError"]);
    expect(site.requests).toEqual([]);
  },
);

test.each([false, true])(
  "what onProgress throws reaches the caller and not the page, with followRedirects %s",
  async (followRedirects) => {
    const site = await startSite();
    const { page, uncaught } = await open(site);
    const message = await page.evaluate(
      ({ baseUrl, followRedirects }) =>
        tools.client
          .createSuperOfficeClient({ baseUrl })
          .savePersonImage({
            personId: 1,
            image: tools.png(3_000_000, "a.png"),
            progress: { followRedirects },
            onProgress: () => {
              throw new Error("no such element");
            },
          })
          .then(
            () => "done",
            (error: unknown) => String(error),
          ),
      { baseUrl: site.url, followRedirects },
    );
    expect(message).toBe("Error: no such element");
    expect(uncaught).toEqual([]);
  },
);

test("the time that uploads wait for one of the browser's connections is not the server's", async () => {
  const site = await startSite({ delay: 300 });
  site.answer({ json: { data: [] } });
  const { page } = await open(site);
  const failed = await page.evaluate(async (baseUrl) => {
    // Two clients: the connections are the browser's.
    const clients = [1, 2].map(() =>
      tools.client.createCapillaryClient({ baseUrl, maxRetries: 0, timeouts: { attempt: 2_000 } }),
    );
    const files = [tools.png(20_000, "a.png")];
    const calls = Array.from({ length: 60 }, (_, index) =>
      clients[index % 2]?.addCustomerImage({ customerId: index, files }).result(),
    );
    return (await Promise.all(calls)).flatMap((it) => it?.error?.message ?? []);
  }, site.url);
  expect(failed).toEqual([]);
  expect(site.requests).toHaveLength(60);
});

test("a call that is aborted while it waits for a connection gives its place to the next", async () => {
  const site = await startSite({ delay: 100 });
  const { page } = await open(site);
  const names = await page.evaluate(async (baseUrl) => {
    const superoffice = tools.client.createSuperOfficeClient({ baseUrl });
    const controller = new AbortController();
    const calls = Array.from({ length: 14 }, (_, index) =>
      superoffice
        .getPersonImageInfo({
          personId: index,
          signal: index >= 6 && index < 12 ? controller.signal : undefined,
        })
        .result(),
    );
    setTimeout(() => controller.abort(), 20);
    return (await Promise.all(calls)).map((it) => it.error?.name ?? "done");
  }, site.url);
  expect(names.slice(6, 12)).toEqual(Array(6).fill("AbortError"));
  expect([...names.slice(0, 6), ...names.slice(12)]).toEqual(Array(8).fill("done"));
  expect(site.requests).toHaveLength(8);
});

test("a page over plain HTTP, which is no secure context, uploads as well", async () => {
  const site = await startSite();
  site.answer({ json: { data: [] } });
  const url = site.url.replace("127.0.0.1", plainHost);
  const { page } = await open(site, url);
  const isSecure = await page.evaluate(
    () => (globalThis as unknown as { isSecureContext: boolean }).isSecureContext,
  );
  expect(isSecure).toBe(false);
  const answer = await page.evaluate((baseUrl) => {
    const capillary = tools.client.createCapillaryClient({ baseUrl });
    return capillary.addCustomerImage({ customerId: 1, files: [tools.png(20_000, "a.png")] });
  }, url);
  expect(answer).toEqual({ data: [] });
  expect(site.requests[0]?.parts).toHaveLength(1);
});
