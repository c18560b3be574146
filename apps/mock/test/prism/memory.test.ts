import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fixture } from "@image-apis/spec";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addImages, filePart, form } from "../support/requests.ts";
import { send } from "../support/send.ts";

// Some 900 MB travel here.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const largest = fixture("at-maximum.png").bytes;
/** Node and Prism alone take a good 150 MB, and the garbage of a fast upload some 70 MB more. */
const ceiling = 300 * 1024 * 1024;

let child: ChildProcess;
let url: string;

beforeAll(async () => {
  child = fork(new URL("../support/mock-process.ts", import.meta.url), { execArgv: [] });
  [{ url }] = (await once(child, "message")) as [{ url: string }];
});
afterAll(async () => {
  child.disconnect();
  await once(child, "exit");
});

test("uploads of five and six files of 49 MB pass, and nothing of them stays", async () => {
  expect(await upload(5)).toEqual({ status: 200, code: 200 });
  const first = await peakMemory();
  expect(await upload(5)).toEqual({ status: 200, code: 200 });
  expect(await upload(6)).toEqual({ status: 400, code: 8082 });
  const last = await peakMemory();

  expect(last).toBeLessThan(ceiling);
  expect(last - first).toBeLessThan(largest.length);
});

test("one byte over 49 MB is 413, whatever else is wrong, and says which file it was", async () => {
  const small = filePart(fixture("tiny.png").bytes, "tiny.png");
  const body = form([small, filePart(fixture("over-maximum.png").bytes, "over.png")]);

  const received = await send(url, addImages(body));

  expect(received.status).toBe(413);
  expect(received.mediaType).toBe("application/problem+json");
  expect(received.json()).toMatchObject({
    status: 413,
    detail: expect.stringMatching(/"file" .*over\.png.* 51380225 bytes.* 51380224/),
    received: {
      parts: [
        { filename: "tiny.png", bytes: 95 },
        {
          name: "file",
          filename: "over.png",
          bytes: 51_380_225,
          sha256: createHash("sha256").update(fixture("over-maximum.png").bytes).digest("hex"),
        },
      ],
    },
  });
});

/** Sends the same large file several times in one form, without holding the form. */
async function upload(files: number): Promise<{ status: number; code: number }> {
  const [before, after] = form([filePart("\0")])
    .toString("latin1")
    .split("\0") as [string, string];
  const end = after.slice(2);
  const { method, target, headers } = addImages("");
  const { hostname, port } = new URL(url);
  const outgoing = request({ method, path: target, headers, hostname, port, agent: false });
  const answered = once(outgoing, "response");
  function* body() {
    for (let file = 0; file < files; file++) {
      yield Buffer.from(before);
      for (let at = 0; at < largest.length; at += 1 << 20)
        yield largest.subarray(at, at + (1 << 20));
      yield Buffer.from("\r\n");
    }
    yield Buffer.from(end);
  }
  await pipeline(Readable.from(body()), outgoing);
  const [response] = await answered;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { data, errors } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  return { status: response.statusCode, code: (data ?? errors)[0].code };
}

async function peakMemory(): Promise<number> {
  const answer = once(child, "message");
  child.send("memory");
  const [{ peak }] = (await answer) as [{ peak: number }];
  return peak;
}
