import { createReadStream } from "node:fs";

/** A line of a file, and where it ends. */
export interface Line {
  readonly text: string;
  /** The offset of the first byte behind it. */
  readonly end: number;
}

const newline = 0x0a;

/**
 * Reads a file line by line, from an offset on. No more than one line is held.
 *
 * @param most as many bytes as a line may have.
 * @throws Error for a longer one, and for bytes that are not UTF-8.
 */
export async function* linesOf(path: string, start: number, most: number): AsyncGenerator<Line> {
  let held = Buffer.alloc(0);
  let end = start;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of createReadStream(path, { start })) {
    held = Buffer.concat([held, chunk]);
    for (let at = held.indexOf(newline); at !== -1; at = held.indexOf(newline)) {
      end += at + 1;
      yield { text: decoder.decode(held.subarray(0, at)), end };
      held = held.subarray(at + 1);
    }
    if (held.length > most) throw new Error(`A line has more than ${most} bytes.`);
  }
  if (held.length > 0) yield { text: decoder.decode(held), end: end + held.length };
}
