import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SampleRequest, sampleAddress, sampleFiles, sampleSet } from "@image-apis/codegen";
import type { ExpectedResponse } from "@image-apis/conformance/judging";
import { fixture } from "@image-apis/spec";
import { awkward as common, plainRequest } from "@image-apis/testing/small-requests";
import { afterAll, beforeAll } from "vitest";
import {
  type CapturedRequest,
  type CaptureServer,
  captureServer,
} from "../../src/client/capture-server.ts";
import type { Run, Runner } from "../../src/samples/runner.ts";
import { runners } from "../../src/samples/runners.ts";

/** The languages that need no client of an API. */
export const executed = ["curl", "fetch", "python"] as const;

/** What one program sent, and what became of it. */
export interface Sent {
  language: (typeof executed)[number];
  request: CapturedRequest | undefined;
  run: Run;
  /** The folder it ran in. */
  folder: string;
}

const done: ExpectedResponse = {
  status: 200,
  mediaType: "application/json",
  body: { kind: "json", value: { done: true } },
};

/** Runs the programs of a request around the tests of a file; each is answered alike. */
export function withPrograms() {
  let server: CaptureServer | undefined;
  let folder = "";
  const running = new Map<string, Runner>();
  beforeAll(async () => {
    server = await captureServer();
    folder = mkdtempSync(join(tmpdir(), "image-apis-small-samples-"));
    mkdirSync(join(folder, sampleFiles), { recursive: true });
    writeFileSync(join(folder, sampleFiles, "tiny.png"), fixture("tiny.png").bytes);
    for (const [ending, start] of Object.entries(runners)) {
      const runner = await start({ asks: sampleAddress, answered: server.url });
      if ("run" in runner) running.set(ending, runner);
      else
        console.warn(`\n!!! *${ending} is NOT RUN: this machine has no ${runner.missing}. !!!\n`);
    }
  });
  afterAll(async () => {
    await Promise.all([...running.values()].map((runner) => runner.close()));
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  return async (request: SampleRequest, answer = done): Promise<Sent[]> => {
    const sent: Sent[] = [];
    for (const { language, file, text } of sampleSet(request).samples) {
      const isExecuted = executed.find((it) => it === language);
      const runner = [...running].find(([ending]) => file.endsWith(ending))?.[1];
      if (isExecuted === undefined || runner === undefined) continue;
      server?.prepare(answer);
      // The names of these tests' requests are all the same, and Node keeps a program that it has read.
      const path = join(folder, `${count++}-${file}`);
      writeFileSync(path, text);
      const run = await runner.run(path, folder);
      const [received, another] = server?.captured() ?? [];
      if (another !== undefined) throw new Error(`${file} sent more than one request.`);
      sent.push({ language: isExecuted, request: received, run, folder });
    }
    if (sent.length < 2) throw new Error("Programs of two languages are run at the least.");
    return sent;
  };
}

let count = 0;

/** A request that is plain but for what a test is about. */
export function requestWith(changes: Partial<SampleRequest>): SampleRequest {
  return { ...plainRequest, url: `${sampleAddress}/pictures`, ...changes };
}

/** A file of a form. */
export function tiny(filename = "tiny.png") {
  const file = { path: `${sampleFiles}/tiny.png`, name: "tiny.png", mediaType: "image/png" };
  return { name: "file", file, filename, mediaType: "image/png" };
}

/** What is easily lost, with what curl reads as a file. */
export const awkward = [...common, "@tiny.png", "<tiny.png"];
