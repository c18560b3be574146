import { once } from "node:events";
import { expect, test } from "vitest";
import { Spool } from "../src/proxy/spool.ts";

/* How a body waits for a target that does not take it yet. */

const count = 200_000;

/** Writes numbered pieces of a few bytes while nobody reads, and gives what is read afterwards. */
async function readAfterwards(pieces: Iterable<Buffer>): Promise<Buffer[]> {
  const spool = new Spool();
  for (const piece of pieces) {
    if (!spool.write(piece)) await new Promise((go) => spool.once("drain", go));
  }
  spool.end();
  const read: Buffer[] = [];
  spool.on("data", (piece: Buffer) => read.push(piece));
  await once(spool, "end");
  return read;
}

test("a body of very many small pieces waits, and goes on, in few large ones", async () => {
  const pieces = Array.from({ length: count }, (_, at) => Buffer.from([at % 251]));

  const read = await readAfterwards(pieces);

  expect(Buffer.concat(read).equals(Buffer.concat(pieces))).toBe(true);
  expect(read.length).toBeLessThan(count / 1000);
});

test("small and large pieces stay in their order, in memory and in the file", async () => {
  const pieces = Array.from({ length: 400 }, (_, at) =>
    Buffer.alloc([1, 3000, 5, 70_000, 4096, 4095][at % 6] ?? 1, at % 251),
  );

  const read = await readAfterwards(pieces);

  expect(Buffer.concat(read).equals(Buffer.concat(pieces))).toBe(true);
});
