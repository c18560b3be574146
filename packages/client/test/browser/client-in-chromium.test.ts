import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type * as client from "../../src/index.ts";
import { startSite } from "./site.ts";
import { type Tools, usePages } from "./tools.ts";

const open = usePages();

function pngSum(size: number): string {
  const bytes = new Uint8Array(size).map((_, index) => index % 251);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return createHash("sha1").update(bytes).digest("hex");
}

declare const tools: Tools;

test("files arrive as parts, with their names, types and bytes", async () => {
  const site = await startSite();
  site.answer({ json: { data: [], warnings: [], errors: [] } });
  const page = await open(site);
  const answer = await page.evaluate((baseUrl) => {
    const capillary = tools.client.createCapillaryClient({ baseUrl });
    const files = [tools.png(20_000, 'é;="a b.png'), tools.png(30_000, "side.png")];
    return capillary.addCustomerImage({ customerId: 565039505n, files });
  }, site.url);
  expect(answer).toEqual({ data: [], warnings: [], errors: [] });
  const [request] = site.requests;
  expect(`${request?.method} ${request?.target}`).toBe("POST /v2/customers/565039505/setImage");
  expect(request?.headers["content-length"]).toBe(String(request?.body.length));
  const sent = { name: "file", mediaType: "image/png" };
  expect(request?.parts).toEqual([
    { ...sent, filename: "é;=%22a b.png", sha1: pngSum(20_000) },
    { ...sent, filename: "side.png", sha1: pngSum(30_000) },
  ]);
  expect(request?.headers["user-agent"]).not.toContain("image-apis-client");
  expect(site.modules.filter((it) => it.includes("node/"))).toEqual([]);
});

test.each([
  ["the start and the end", false],
  ["every piece, where redirects may be followed for it", true],
])("with onProgress the same bytes go out, and it is told of %s", async (_, followRedirects) => {
  const site = await startSite();
  const page = await open(site);
  const send = async ({
    baseUrl,
    followRedirects,
  }: {
    baseUrl: string;
    followRedirects: boolean;
  }) => {
    const auth = tools.client.basicAuth({ username: "till", passwordMd5: "0123" });
    const capillary = tools.client.createCapillaryClient({ baseUrl, auth });
    const progress: client.Progress[] = [];
    await capillary.addCustomerImage({
      customerId: 1,
      files: [tools.png(3_000_000, "large.png")],
      onProgress: (it) => progress.push(it),
      progress: { followRedirects },
    });
    return progress;
  };
  const seen = await page.evaluate(send, { baseUrl: site.url, followRedirects });
  const [request] = site.requests;
  const total = request?.body.length;
  expect(seen.at(-1)).toEqual({ loaded: total, total, attempt: 1 });
  if (!followRedirects) expect(seen).toHaveLength(2);
  expect(seen[0]?.loaded === 0).toBe(!followRedirects);
  expect(request?.parts[0]).toMatchObject({ filename: "large.png", sha1: pngSum(3_000_000) });
  expect(request?.headers).toMatchObject({ authorization: `Basic ${btoa("till:0123")}` });
});

test("a raw image, its answer, and a stream arrive as they are", async () => {
  const site = await startSite();
  const page = await open(site);
  site.answer({ json: 167 });
  const id = await page.evaluate(async (baseUrl) => {
    const superoffice = tools.client.createSuperOfficeClient({ baseUrl });
    const file = tools.png(12_345, "me.jpg");
    const image = { stream: () => file.stream(), size: file.size, type: "image/png" };
    await superoffice.savePersonImage({ personId: 7, image });
    return superoffice.savePersonImage({ personId: 7, image: file });
  }, site.url);
  expect(id).toBe(167);
  for (const { method, target, headers, body } of site.requests) {
    expect(`${method} ${target}`).toBe("PUT /api/v1/Person/7/Image");
    expect(headers).toMatchObject({ "content-type": "image/png", "content-length": "12345" });
    expect(createHash("sha1").update(body).digest("hex")).toBe(pngSum(12_345));
  }
  site.answer({ headers: { "Content-Type": "image/gif" }, body: "GIF89a" });
  const image = await page.evaluate(async (baseUrl) => {
    const superoffice = tools.client.createSuperOfficeClient({ baseUrl });
    const { data, response } = await superoffice.getPersonImage({ personId: 7 }).withResponse();
    return [data.type, await data.text(), response.status];
  }, site.url);
  expect(image).toEqual(["image/gif", "GIF89a", 200]);
});

test.each([false, true])("failures are the same errors, with onProgress %s", async (watched) => {
  const site = await startSite();
  const page = await open(site);
  const add = () =>
    page.evaluate(
      async ({ baseUrl, watched }) => {
        const capillary = tools.client.createCapillaryClient({ baseUrl, maxRetries: 0 });
        const { error } = await capillary
          .addCustomerImage({
            customerId: 1,
            files: [tools.png(20_000, "front.png")],
            onProgress: watched ? () => {} : undefined,
          })
          .result();
        return tools.told(error);
      },
      { baseUrl: site.url, watched },
    );
  site.answer({ status: 400, json: { errors: [{ code: 8083, message: "Too small" }] } });
  expect(await add()).toMatchObject({ name: "VendorError", code: 8083 });
  site.answer({ headers: { "Content-Type": "text/html" }, body: "<h1>Sign in</h1>" });
  expect(await add()).toMatchObject({ name: "UnreadableResponseError" });
  site.answer({ status: 307, headers: { Location: "/elsewhere" } });
  expect(await add()).toMatchObject({ name: "ConnectionError" });
});

test.each([false, true])("an upload can be aborted, with onProgress %s", async (watched) => {
  const site = await startSite();
  const page = await open(site);
  const error = await page.evaluate(
    async ({ baseUrl, watched }) => {
      const controller = new AbortController();
      const superoffice = tools.client.createSuperOfficeClient({ baseUrl });
      const call = superoffice.savePersonImage({
        personId: 1,
        image: tools.png(20_000_000, "large.png"),
        signal: controller.signal,
        onProgress: watched ? () => controller.abort() : undefined,
      });
      if (!watched) setTimeout(() => controller.abort(), 5);
      return call.then(() => undefined, tools.told);
    },
    { baseUrl: site.url, watched },
  );
  expect(error).toMatchObject({ name: "AbortError" });
});

test("limits hold as elsewhere", async () => {
  const site = await startSite();
  const page = await open(site);
  const errors = await page.evaluate(async (baseUrl) => {
    const capillary = tools.client.createCapillaryClient({ baseUrl });
    const small = await capillary
      .addCustomerImage({ customerId: 1, files: [tools.png(99, "a.png")] })
      .result();
    const text = new File(["x".repeat(20_000)], "a.png", { type: "image/png" });
    const wrong = await capillary.addCustomerImage({ customerId: 1, files: [text] }).result();
    return [small.error, wrong.error].map(tools.told);
  }, site.url);
  expect(errors).toMatchObject([
    { name: "LimitError", code: 8083 },
    { name: "LimitError", code: 8084 },
  ]);
  expect(site.requests).toEqual([]);
});

test("a form goes to another site without a preflight, as it would from a page of its own", async () => {
  const site = await startSite();
  const api = await startSite({ isOpen: true });
  const page = await open(site);
  await page.evaluate((baseUrl) => {
    const capillary = tools.client.createCapillaryClient({ baseUrl });
    return capillary.addCustomerImage({ customerId: 1, files: [tools.png(20_000, "front.png")] });
  }, api.url);
  expect(api.requests.map(({ method }) => method)).toEqual(["POST"]);
});

test("everything was loaded with the page", async () => {
  const site = await startSite();
  const page = await open(site);
  const loaded = [...site.modules];
  site.answer({ status: 400, json: { errors: [{ code: 8015, message: "No such customer" }] } });
  await page.evaluate(async (baseUrl) => {
    const client = tools.client.createCapillaryClient({ baseUrl, logger: console });
    const files = [tools.png(20_000, "front.png")];
    const onProgress = () => {};
    const progress = { followRedirects: true };
    await client.addCustomerImage({ customerId: 1, files, onProgress, progress }).result();
    await client.raw.GET("/v2/customers/{customerId}", {
      params: { path: { customerId: 1 }, query: { source: "INSTORE" } },
    });
  }, site.url);
  expect(site.requests).toHaveLength(2);
  expect(site.modules).toEqual(loaded);
});
