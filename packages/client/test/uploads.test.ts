import { randomBytes } from "node:crypto";
import { openAsBlob, utimesSync } from "node:fs";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fixture } from "@image-apis/spec";
import { expect, onTestFinished, test } from "vitest";
import {
  createCapillaryClient,
  createSuperOfficeClient,
  FileError,
  type Progress,
} from "../src/index.ts";
import { fileFromPath, md5Hex } from "../src/node/index.ts";
import { byteStream } from "../src/upload/byte-stream.ts";
import { detectType } from "../src/upload/source.ts";
import { captureServer, sha1 } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";
import { misbehavingServer, stopsReading } from "./misbehaving-server.ts";
import { openHandles } from "./open-handles.ts";

/** A file on disk; it goes with the test. */
async function onDisk(name: string, bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "image-apis-client-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** A PNG by its first bytes, of any size. */
function png(size: number): Uint8Array {
  return Buffer.concat([fixture("front.png").bytes.subarray(0, 64), randomBytes(size - 64)]);
}

test("a file from disk has its name, the type of its bytes, and arrives as it is", async () => {
  const server = await captureServer();
  const { bytes } = fixture("portrait.jpg");
  const path = await onDisk("Porträt; 1.png", bytes);
  const file = await fileFromPath(path);
  expect(file).toMatchObject({ name: "Porträt; 1.png", type: "image/jpeg", size: bytes.length });
  await createCapillaryClient({ baseUrl: server.url }).addCustomerImage({
    customerId: 1,
    files: [file],
  });
  expect(server.only().parts).toEqual([
    { name: "file", filename: "Porträt; 1.png", mediaType: "image/jpeg", sha1: sha1(bytes) },
  ]);
});

test("a file from disk can be given another name and type; an unknown format has the type of its name", async () => {
  const path = await onDisk("a.png", Buffer.from([0, 1, 2, 3]));
  expect(await fileFromPath(path)).toMatchObject({ name: "a.png", type: "image/png" });
  const named = await fileFromPath(path, { name: "b", type: "image/x-raw" });
  expect(named).toMatchObject({ name: "b", type: "image/x-raw" });
});

test("a path that leads to no file says so", async () => {
  const path = await onDisk("a.png", Buffer.from([0]));
  await expect(fileFromPath(`${path}.gone`)).rejects.toThrow(/a\.png\.gone" cannot be read\.$/);
  await expect(fileFromPath(join(path, ".."))).rejects.toThrow(/is not a file\.$/);
});

test("the MD5 digest is the one Capillary's Basic wants", () => {
  expect(md5Hex("password")).toBe("5f4dcc3b5aa765d61d8327deb882cf99");
});

test.each<[what: string, change: (path: string) => Promise<void>]>([
  ["shortened", (path) => truncate(path, 20_000)],
  ["written to", (path) => writeFile(path, png(40_000))],
  ["deleted", (path) => rm(path)],
])("a file that is %s before it is sent is a FileError, not a short body", async (_, change) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const path = await onDisk("side.png", png(30_000));
  const files = [fixtureFile("front.png"), await fileFromPath(path)];
  await setTimeout(20);
  await change(path);
  const error = await client.addCustomerImage({ customerId: 1, files }).catch((it) => it);
  expect(error).toBeInstanceOf(FileError);
  expect(error).toMatchObject({ argument: "files[1]", operationId: "addCustomerImage" });
  expect(error.message).toContain(
    "files[1] cannot be read; did it change, or was its stream read before?",
  );
  expect(server.requests).toEqual([]);
});

test.each([
  ["from its path", fileFromPath],
  ["from a Blob", async (path: string) => new File([await openAsBlob(path)], "side.png")],
])("a file %s that changes while it is sent is a FileError", async (_, open) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const path = await onDisk("side.png", png(40_000_000));
  let changing: Promise<void> | undefined;
  const onProgress = ({ loaded }: Progress) => {
    if (loaded > 1_000_000) changing ??= truncate(path, 2_000_000);
  };
  const files = [await open(path)];
  const call = client.addCustomerImage({ customerId: 1, files, onProgress });
  await expect(call).rejects.toThrow(FileError);
  await changing;
  expect(server.requests).toEqual([]);
});

test("a file that is written to during its upload, and stays as long, is a FileError", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const path = await onDisk("side.png", png(30_000_000));
  let changed = false;
  const onProgress = ({ loaded }: Progress) => {
    if (loaded < 1_000_000 || changed) return;
    changed = true;
    utimesSync(path, 1, 1);
  };
  const files = [await fileFromPath(path)];
  const error = await client
    .addCustomerImage({ customerId: 1, files, onProgress })
    .catch((it) => it);
  expect(error).toBeInstanceOf(FileError);
  expect(error.message).toContain("it was written to");
  expect(server.requests).toEqual([]);
});

test.each([
  [1, "brought 30000 bytes where it said 29999"],
  [-1, "brought 30000 bytes where it said 30001"],
])("a stream that is %i byte longer than it said is a FileError", async (difference, complaint) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const image = new Blob([new Uint8Array(png(30_000))]);
  const streamed = { stream: () => image.stream(), size: image.size - difference };
  const call = client.addCustomerImage({ customerId: 1, files: [streamed] });
  const expected = difference > 0 ? "brought more bytes where it said 29999" : complaint;
  await expect(call).rejects.toMatchObject({
    name: "FileError",
    message: `addCustomerImage: files[0] ${expected}.`,
  });
  expect(server.requests).toEqual([]);
});

test("a stream of known length arrives like a file, in a form and as it is", async () => {
  const server = await captureServer();
  const file = fixtureFile("front.png");
  const { size, name, type } = file;
  const capillary = createCapillaryClient({ baseUrl: server.url });
  await capillary.addCustomerImage({
    customerId: 1,
    files: [
      { stream: file.stream(), size, name, type },
      { stream: () => file.stream(), size },
    ],
  });
  const [form] = server.requests;
  const sent = { name: "file", mediaType: "image/png", sha1: sha1(fixture("front.png").bytes) };
  expect(form?.parts).toEqual([
    { ...sent, filename: "front.png" },
    { ...sent, filename: "image" },
  ]);
  expect(form?.headers["content-length"]).toBe(String(form?.body.length));

  server.answer({ json: 167 });
  const superoffice = createSuperOfficeClient({ baseUrl: server.url });
  await superoffice.savePersonImage({ personId: 1, image: { stream: () => file.stream(), size } });
  const [, raw] = server.requests;
  expect(raw?.headers).toMatchObject({
    "content-type": "image/png",
    "content-length": String(size),
  });
  expect(sha1(raw?.body ?? new Uint8Array())).toBe(sent.sha1);
});

test("progress counts every byte of the body, up to its Content-Length", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const seen: Progress[] = [];
  await client.addCustomerImage({
    customerId: 1,
    files: [new Uint8Array(png(500_000)), new Blob([new Uint8Array(png(300_000))])],
    onProgress: (progress) => seen.push(progress),
  });
  const { headers } = server.only();
  const total = Number(headers["content-length"]);
  expect(seen.at(-1)).toEqual({ loaded: total, total, attempt: 1 });
  expect(seen.map(({ loaded }) => loaded)).toEqual(
    seen.map(({ loaded }) => loaded).toSorted((a, b) => a - b),
  );
  expect(seen.length).toBeGreaterThan(800_000 / 2 ** 16);
});

test("progress does not run ahead of a server that reads slowly", async () => {
  const server = await misbehavingServer(stopsReading);
  const client = createSuperOfficeClient({ baseUrl: server.url, limits: "off" });
  let last: Progress | undefined;
  const call = client.savePersonImage({
    personId: 1,
    image: new Blob([new Uint8Array(50_000_000)], { type: "image/png" }),
    maxRetries: 0,
    timeouts: { idle: 200 },
    onProgress: (progress) => {
      last = progress;
    },
  });
  await expect(call).rejects.toThrow();
  expect(last?.loaded).toBeLessThan(25_000_000);
});

test("aborting an upload frees the file", async () => {
  const server = await misbehavingServer(stopsReading);
  const path = await onDisk("large.png", png(40_000_000));
  const controller = new AbortController();
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const call = client.savePersonImage({
    personId: 1,
    image: await fileFromPath(path),
    signal: controller.signal,
    onProgress: ({ loaded }) => {
      if (loaded > 1_000_000) controller.abort();
    },
  });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  await expect.poll(() => openHandles(path)).toBe(0);
});

test("an aborted upload reads no further", async () => {
  const server = await misbehavingServer(stopsReading);
  const controller = new AbortController();
  let cancelled = false;
  let pulled = 0;
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull: (it) => it.enqueue(pulled++ === 0 ? png(100_000) : new Uint8Array(100_000)),
      cancel: () => {
        cancelled = true;
      },
    });
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const call = client.savePersonImage({
    personId: 1,
    image: { stream, size: 100_000_000, type: "image/png" },
    signal: controller.signal,
    onProgress: ({ loaded }) => {
      if (loaded > 1_000_000) controller.abort();
    },
  });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  const pulledByThen = pulled;
  await setTimeout(50);
  expect(cancelled).toBe(true);
  expect(pulled).toBeLessThanOrEqual(pulledByThen + 2);
});

test("a call is aborted while its file is looked into, and the file is given back", async () => {
  const server = await captureServer();
  const controller = new AbortController();
  let cancelled = false;
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull: () => controller.abort(),
      cancel: () => {
        cancelled = true;
      },
    });
  const client = createCapillaryClient({ baseUrl: server.url });
  const files = [{ stream, size: 20_000 }];
  const call = client.addCustomerImage({ customerId: 1, files, signal: controller.signal });
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  await expect.poll(() => cancelled).toBe(true);
  expect(server.requests).toEqual([]);
});

test("a file is not opened any more once its call has ended", async () => {
  let opened = false;
  const stream = () => {
    opened = true;
    return new ReadableStream<Uint8Array>();
  };
  await expect(detectType({ stream, size: 1 }, AbortSignal.abort())).rejects.toThrow();
  expect(opened).toBe(false);
});

const lockedStream = () => {
  const stream = new Blob([new Uint8Array(png(20_000))]).stream();
  stream.getReader();
  return stream;
};
const streamOf = (chunk: unknown) =>
  new ReadableStream<Uint8Array>({
    pull: (it) => it.enqueue(chunk as Uint8Array),
  });

test.each<[what: string, stream: unknown, complaint: string]>([
  ["a stream that is being read already", lockedStream(), "locked"],
  ["a stream of texts", streamOf("text"), "brought something that is not a Uint8Array"],
  ["a stream of numbers", streamOf(7), "brought something that is not a Uint8Array"],
  ["what opens to a stream of texts", () => streamOf("text"), "is not a Uint8Array"],
  ["what opens to no stream", () => "text", "is not a function"],
  ["no stream", 7, "is not a function"],
])("%s is a FileError, and not a broken connection", async (_, stream, complaint) => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const files = [{ stream: stream as ReadableStream<Uint8Array>, size: 20_000 }];
  const error = await client.addCustomerImage({ customerId: 1, files }).catch((it) => it);
  expect(error).toMatchObject({ name: "FileError", argument: "files[0]" });
  expect(error.message).toContain(complaint);
  expect(server.requests).toEqual([]);
});

test.each<[what: string, image: Blob, length: number]>([
  ["longer", new Blob([new Uint8Array(png(30_000))]), 29_999],
  ["shorter", new Blob([new Uint8Array(png(30_000))]), 30_001],
])(
  "a stream that is %s than it said is a FileError where the runtime loses the cause, too",
  async (_, image, size) => {
    const server = await captureServer();
    // As the fetch of Workers fails, whatever went wrong with the body.
    const fetch = (request: Request) =>
      globalThis.fetch(request).catch(() => {
        throw new Error("Network connection lost.");
      });
    const retries: unknown[] = [];
    const client = createSuperOfficeClient({
      baseUrl: server.url,
      fetch,
      onRetry: (it) => retries.push(it),
    });
    const call = client.savePersonImage({
      personId: 1,
      image: { stream: () => image.stream(), size },
    });
    await expect(call).rejects.toMatchObject({ name: "FileError", argument: "image" });
    expect(retries).toEqual([]);
    expect(server.requests).toEqual([]);
  },
);

test("a connection that breaks while a file is read is a ConnectionError", async () => {
  const server = await misbehavingServer((request) => {
    request.once("data", () => request.socket.destroy());
  });
  const client = createSuperOfficeClient({ baseUrl: server.url, maxRetries: 0 });
  // What is being read when the stream is cancelled ends as if the file did.
  const stream = () =>
    new ReadableStream<Uint8Array>({ start: (it) => it.enqueue(new Uint8Array(png(20_000))) });
  const call = client.savePersonImage({ personId: 1, image: { stream, size: 30_000 } });
  await expect(call).rejects.toMatchObject({ name: "ConnectionError" });
});

test("a body that nobody reads any more says nothing of its files", async () => {
  const complaints: string[] = [];
  const failure = (argument: string, complaint: string) => {
    complaints.push(`${argument} ${complaint}`);
    return new Error(complaint);
  };
  const bytes = { stream: () => new ReadableStream<Uint8Array>(), size: 30_000 };
  const open = (signal: AbortSignal) =>
    byteStream([{ bytes, argument: "image" }], signal, () => {}, failure).getReader();

  const reader = open(new AbortController().signal);
  const read = reader.read();
  await setTimeout(0);
  await reader.cancel();
  expect(await read).toMatchObject({ done: true });

  const controller = new AbortController();
  const aborted = open(controller.signal).read();
  await setTimeout(0);
  controller.abort();
  await expect(aborted).rejects.toThrow("aborted");

  await setTimeout(0);
  expect(complaints).toEqual([]);
});

test("a read-once stream that was sent already is a FileError", async () => {
  const server = await captureServer();
  const client = createCapillaryClient({ baseUrl: server.url });
  const image = new Blob([new Uint8Array(png(20_000))]);
  const files = [{ stream: image.stream(), size: image.size }];
  await client.addCustomerImage({ customerId: 1, files });
  const again = client.addCustomerImage({ customerId: 1, files });
  await expect(again).rejects.toMatchObject({ name: "FileError", argument: "files[0]" });
  expect(server.requests).toHaveLength(1);
});
