import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compare, type Difference, fingerprint } from "@image-apis/conformance/judging";
import { isJson } from "@image-apis/http-contract";
import type { Exchange } from "@image-apis/spec";
import type { RecordedRequest } from "./recording-proxy.ts";
import type { Run } from "./runner.ts";

/** What a program is to do with a success, and where it ran. */
export interface Expectation {
  folder: string;
  /** The file it writes a success to; it prints one otherwise. */
  writes: string | undefined;
  /** Whether it prints the body as it came, or a value made of it. */
  prints: "body" | "value";
}

/**
 * Holds what a program did with a response against what it is to do. A refusal makes it fail and show the vendor's
 * body; a success is printed or written to a file.
 */
export function runDifferences(
  { response }: Exchange,
  { status, mediaType, answer }: RecordedRequest,
  { exitCode, stdout, stderr }: Run,
  { folder, writes, prints }: Expectation,
): Difference[] {
  const isRefused = response.status >= 400;
  return [
    ...compare("status of the response", response.status, status),
    ...(isRefused === (exitCode !== 0)
      ? []
      : [
          {
            what: "the program",
            expected: isRefused ? "to fail" : "to succeed",
            received: `exit code ${exitCode}: ${stderr}`,
          },
        ]),
    ...(writes !== undefined && !isRefused
      ? compare("the file it writes", fingerprint(answer), written(join(folder, writes)))
      : shownDifferences(mediaType, answer, stdout + stderr, isRefused ? "body" : prints)),
  ];
}

function written(path: string): string {
  return existsSync(path) ? fingerprint(readFileSync(path)) : "no file";
}

/** A body is shown as it came, or, by the client, as the JSON it is. */
function shownDifferences(
  mediaType: string,
  answer: Buffer,
  output: string,
  prints: "body" | "value",
): Difference[] {
  const text = answer.toString("utf8");
  if (output.includes(text)) return [];
  if (prints === "value" && output.trim() !== "") return [];
  if (isJson(mediaType) && output.includes(JSON.stringify(JSON.parse(text)))) return [];
  return [{ what: "the output", expected: text, received: output }];
}
