import { execFile } from "node:child_process";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { fixture } from "@image-apis/spec";
import { limits } from "@image-apis/types/capillary";
import { expect, onTestFinished, test } from "vitest";
import { answers, misbehavingServer } from "./misbehaving-server.ts";

const { maxFiles, maxBytes } = limits.addCustomerImage["multipart/form-data"].file;
const script = fileURLToPath(new URL("upload-memory.ts", import.meta.url));

// With a FormData it takes some 300 MB: a fetch that may be redirected keeps all that it has sent.
test.each([
  ["disk", "disk"],
  ["bytes in memory, which are not copied", "memory"],
])(
  "five files of the largest size, from %s, take little memory, also when they are sent a second time",
  async (_, from) => {
    const folder = await mkdtemp(join(tmpdir(), "image-apis-client-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, "large.png");
    await writeFile(path, fixture("front.png").bytes);
    await truncate(path, maxBytes);
    const busy = answers(429, {}, { "Retry-After": "0" });
    const server = await misbehavingServer(answers(200, {}), busy, answers(200, {}));

    const { stdout } = await promisify(execFile)(process.execPath, [
      script,
      server.url,
      path,
      from,
    ]);

    const [, first = 0, second = 0] = server.received;
    expect(first).toBeGreaterThan(maxFiles * maxBytes);
    expect(second).toBe(first);
    // None at all where the start of the process took more than the upload does.
    expect(stdout).toMatch(/^\d/);
    expect(Number(stdout)).toBeLessThan(100);
  },
);
