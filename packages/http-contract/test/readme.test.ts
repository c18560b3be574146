import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fixture } from "@image-apis/spec";
import { send } from "@image-apis/testing/send";
import { expect, test } from "vitest";
import { basic } from "./support/server.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [, program = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];

test("the server of the README stores an image and gives it back, and refuses what is not one", async () => {
  const source = (name: string) => new URL(`../src/${name}.ts`, import.meta.url).href;
  const code = program
    .replace('"@image-apis/http-contract"', JSON.stringify(source("index")))
    .replace('"@image-apis/http-contract/server"', JSON.stringify(source("server")));
  const server = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: new URL("..", import.meta.url),
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [printed] = await once(server.stdout, "data");
    const url = String(printed).trim();
    const { bytes } = fixture("front.png");
    const target = "/api/v1/Person/7/Image";
    const headers = { ...basic, "Content-Type": "image/png" };

    const before = await send(url, { target, headers: basic });
    const stored = await send(url, { method: "PUT", target, headers, body: bytes });
    const given = await send(url, { target, headers: basic });
    const refused = await send(url, { method: "PUT", target, headers, body: "not an image" });
    await send(url, { method: "DELETE", target, headers: basic });
    const after = await send(url, { target, headers: basic });
    const wrong = await send(url, { target: "/api/v1/Person/0/Image", headers: basic });

    expect([before.status, stored.status, given.status]).toEqual([404, 200, 200]);
    expect([refused.status, after.status, wrong.status]).toEqual([400, 404, 400]);
    expect(given.body.equals(Buffer.from(bytes))).toBe(true);
  } finally {
    const closed = once(server, "close");
    server.kill();
    await closed;
  }
});
