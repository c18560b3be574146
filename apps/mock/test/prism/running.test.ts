import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { startMock } from "../../src/index.ts";
import { addImages, basic, filePart, form, png, saveImage } from "../support/requests.ts";
import { send } from "../support/send.ts";

/*
 * What the options of a plain Prism do, and what stands for them here. Its `--errors` has no counterpart: a faulty
 * request is always refused, and the proxy's `--fail` is in proxy.test.ts. Reload is in reload.test.ts.
 */

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

test("responses are the same without a seed: in every call, and after a restart", async () => {
  const bodies: string[] = [];
  for (let start = 0; start < 2; start++) {
    const mock = await startMock({ port: 0 });
    for (let call = 0; call < 2; call++) {
      bodies.push((await send(mock.url, addImages(form([filePart(png)])))).body.toString());
    }
    await mock.close();
  }

  expect(new Set(bodies).size).toBe(1);
});

test("examples are passed over where `Prefer: dynamic=true` asks for it, but for a named one", async () => {
  const mock = await startMock({ port: 0 });
  const info = async (Prefer: string) => {
    const target = "/api/v1/Person/123/ImageInfo";
    return (await send(mock.url, { target, headers: { ...basic, Prefer } })).json();
  };
  const documented = await info("code=200");

  expect(await info("dynamic=true")).not.toEqual(documented);
  expect(await info("dynamic=true, example=200-image-info")).toEqual(documented);
  await mock.close();
});

test("the command prints its address and nothing else, whatever it is sent", async () => {
  const cli = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
  const child = spawn(process.execPath, [cli, "--port", "0"]);
  children.push(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += chunk;
    });
  }
  await once(child.stdout, "data");
  const url = printed.trim().replace("Mock: ", "");
  await send(url, addImages(form([filePart(new Uint8Array(9 * 1024 ** 2))])));
  await send(url, saveImage(png, { "Content-Type": "image/webp" }));
  await send(url, { target: "/%zz" });

  expect(printed).toBe(`Mock: ${url}\n`);
});

test("no install script reports anything: Prism's is refused", () => {
  const workspace = new URL("../../../../pnpm-workspace.yaml", import.meta.url);

  expect(readFileSync(workspace, "utf8")).toMatch(/"@scarf\/scarf": false/);
});
