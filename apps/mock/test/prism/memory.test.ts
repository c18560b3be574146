import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { fixture } from "@image-apis/spec";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HeldMemory } from "../support/mock-process.ts";
import { addImages, filePart, form } from "../support/requests.ts";
import { send } from "../support/send.ts";

const megabyte = 2 ** 20;
const largest = fixture("at-maximum.png").bytes;
/** Far less than one file; what a call and its journal take is a small part of it. */
const little = largest.length / 4;

let child: ChildProcess;
let url: string;

beforeAll(async () => {
  child = fork(new URL("../support/mock-process.ts", import.meta.url), {
    execArgv: ["--expose-gc"],
  });
  [{ url }] = (await once(child, "message")) as [{ url: string }];
});
afterAll(async () => {
  child.disconnect();
  await once(child, "exit");
});

test("uploads of five and six files of 49 MB pass, and nothing of them is held", async () => {
  const atFirst = await heldMemory();
  const meanwhile: HeldMemory[] = [];
  const look = async () => void meanwhile.push(await heldMemory());

  expect(await upload(5, look)).toEqual({ status: 200, code: 200 });
  expect(await upload(6, look)).toEqual({ status: 400, code: 8082 });
  meanwhile.push(await heldMemory());

  expect(meanwhile).toHaveLength(12);
  for (const { heap, mostInBuffers } of meanwhile) {
    expect(heap - atFirst.heap).toBeLessThan(little);
    expect(mostInBuffers - atFirst.mostInBuffers).toBeLessThan(little);
  }
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

/**
 * Sends the same large file several times in one form, without holding the form.
 *
 * @param look Called when all but the last megabyte of a file has been sent; the rest waits for it.
 */
async function upload(
  files: number,
  look: () => Promise<void>,
): Promise<{ status: number; code: number }> {
  const [before, after] = form([filePart("\0")])
    .toString("latin1")
    .split("\0") as [string, string];
  const end = after.slice(2);
  const { method, target, headers } = addImages("");
  const { hostname, port } = new URL(url);
  const outgoing = request({ method, path: target, headers, hostname, port, agent: false });
  const answered = once(outgoing, "response");
  async function* body() {
    for (let file = 0; file < files; file++) {
      yield Buffer.from(before);
      for (let at = 0; at < largest.length; at += megabyte) {
        if (at + megabyte >= largest.length) await look();
        yield largest.subarray(at, at + megabyte);
      }
      yield Buffer.from("\r\n");
    }
    yield Buffer.from(end);
  }
  await pipeline(Readable.from(body()), outgoing);
  const [response] = await answered;
  const { data, errors } = (await json(response)) as Record<string, { code: number }[]>;
  return { status: response.statusCode, code: (data ?? errors)?.[0]?.code ?? 0 };
}

async function heldMemory(): Promise<HeldMemory> {
  const answer = once(child, "message");
  child.send("memory");
  const [held] = (await answer) as [HeldMemory];
  return held;
}
