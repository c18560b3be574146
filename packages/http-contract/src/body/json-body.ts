import type { Readable } from "node:stream";
import { Problem } from "../problem/problem.ts";
import { jsonFault } from "./json-fault.ts";

/** JSON bodies are held in memory; files and forms are not, and have no such limit. */
export const maxJsonBytes = 1024 * 1024;

/** Says that a JSON body is too large, with status 413. */
export function tooMuchJson(): Problem {
  return new Problem(413, `The JSON body has more than ${maxJsonBytes} bytes.`);
}

/**
 * Reads a JSON body to its end.
 *
 * @returns `undefined` where it is empty.
 * @throws Problem 400 for what is not JSON, 413 for more than 1 MiB.
 */
export async function readJson(stream: Readable): Promise<{ value: unknown } | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The request must outlive a refusal, because the refusal travels on its connection.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxJsonBytes) throw tooMuchJson();
    chunks.push(chunk as Buffer);
  }
  if (bytes === 0) return undefined;
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch (error) {
    throw new Problem(400, `The body is not JSON: ${jsonFault(error as Error)}.`);
  }
}
