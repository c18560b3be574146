import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Consumer, installPacked } from "../package/packed.ts";
import { type Bundle, tools as script, startSite } from "./site.ts";
import { type Tools, usePages } from "./tools.ts";

let consumer: Consumer;
let bundle: Bundle;
beforeAll(async () => {
  consumer = installPacked();
  bundle = await bundled(consumer);
});
afterAll(() => consumer?.remove());
const open = usePages();

/** The script of the page, bundled where the packed package is installed. */
async function bundled({ folder }: Consumer): Promise<Bundle> {
  const input = join(folder, "page.js");
  writeFileSync(input, script);
  const options = { cwd: folder, input, platform: "browser", write: false } as const;
  const { output } = await build({ ...options, output: { minify: true } });
  const chunks = output.flatMap((it) => (it.type === "chunk" ? [it] : []));
  return {
    entry: chunks.find((it) => it.isEntry)?.fileName ?? "",
    chunks: new Map(chunks.map((it) => [it.fileName, it.code])),
  };
}

declare const tools: Tools;

test("a bundle of the packed package sends, answers and fails as the package does", async () => {
  const site = await startSite({ bundle });
  site.answer({ json: { data: [], warnings: [], errors: [] } });
  const page = await open(site);
  const added = await page.evaluate((baseUrl) => {
    const capillary = tools.client.createCapillaryClient({ baseUrl });
    const files = [tools.png(20_000, "front.png"), tools.png(30_000, "side.png")];
    return capillary.addCustomerImage({ customerId: 1, files });
  }, site.url);
  expect(added).toEqual({ data: [], warnings: [], errors: [] });
  expect(site.requests[0]?.parts.map(({ name, filename }) => `${name} ${filename}`)).toEqual([
    "file front.png",
    "file side.png",
  ]);

  site.answer({ status: 400, json: { errors: [{ code: 8078, message: "No such image" }] } });
  const refused = await page.evaluate(async (baseUrl) => {
    const { createCapillaryClient, VendorError } = tools.client;
    const call = createCapillaryClient({ baseUrl }).deleteCustomerImage({
      customerId: 1,
      imageIds: [4],
    });
    const { error } = await call.result();
    return { isVendorError: error instanceof VendorError, code: error?.code, said: error?.message };
  }, site.url);
  expect(refused).toMatchObject({ isVendorError: true, code: 8078 });
  expect(refused.said).toContain("documented as: 8078");
  // Nothing is loaded on the way of a call.
  expect([...bundle.chunks.keys()]).toEqual([bundle.entry]);
});
