import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixture } from "@image-apis/spec";
import { expect, onTestFinished, test } from "vitest";
import { startSite } from "./site.ts";
import { type Tools, usePages } from "./tools.ts";

const open = usePages();

declare const tools: Tools;

test.each([
  ["shorter", 1],
  ["longer", -1],
])("a stream that is %s than it said is a FileError", async (_, difference) => {
  const site = await startSite();
  const page = await open(site);
  const send = async ([baseUrl, difference]: readonly [string, number]) => {
    const superoffice = tools.client.createSuperOfficeClient({ baseUrl, maxRetries: 0 });
    const file = tools.png(12_345, "me.png");
    const image = { stream: () => file.stream(), size: file.size + difference };
    return superoffice.savePersonImage({ personId: 7, image }).then(() => "saved", tools.told);
  };
  const told = await page.evaluate(send, [site.url, difference] as const);
  expect(told).toMatchObject({ name: "FileError" });
  expect(site.requests).toEqual([]);
});

test.each(["before it is looked into", "when it is about to be sent"])(
  "a file on disk that is written to %s is a FileError",
  async (when) => {
    const site = await startSite();
    const page = await open(site);
    const folder = mkdtempSync(join(tmpdir(), "image-apis-client-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "front.png");
    writeFileSync(path, fixture("front.png").bytes);
    await page.evaluate(`document.body.innerHTML = '<input type="file">'`);
    await page.setInputFiles("input", path);
    await page.exposeFunction("change", () => {
      writeFileSync(path, fixture("side.png").bytes);
    });
    const told = await page.evaluate(
      async ([baseUrl, isEarly]) => {
        const { change, document } = globalThis as unknown as {
          change(): Promise<void>;
          document: { querySelector(name: string): { files: Iterable<File> } };
        };
        const [image] = document.querySelector("input").files;
        if (isEarly) await change();
        const auth = tools.client.bearer(async () => {
          if (!isEarly) await change();
          return "EXAMPLE";
        });
        const superoffice = tools.client.createSuperOfficeClient({ baseUrl, auth, maxRetries: 0 });
        if (image === undefined) throw new Error("The page has no file.");
        return superoffice.savePersonImage({ personId: 7, image }).then(() => "saved", tools.told);
      },
      [site.url, when.startsWith("before")] as const,
    );
    expect(told).toMatchObject({ name: "FileError", message: expect.stringContaining("image") });
    expect(site.requests).toEqual([]);
  },
);
