import { expect, test } from "vitest";
import { KeptBytes, memorySink } from "../../src/index.ts";

test("what arrives and what is remembered share one bound", () => {
  let remembered = 60;
  const account = new KeptBytes(() => remembered, 100);
  const [first, second] = [account.reserve(), account.reserve()];

  expect([first.take(30), second.take(20), second.take(10)]).toEqual([true, false, true]);
  first.end();
  expect([second.take(30), second.take(1)]).toEqual([true, false]);
  remembered = 0;
  expect(second.take(60)).toBe(true);
});

test("a file that there is no room for is not kept, and gives its room back", async () => {
  const account = new KeptBytes(() => 0, 100);
  const [whole, cut] = [memorySink(account.reserve()), memorySink(account.reserve())];
  for (const sink of [whole, cut]) await sink.write(Buffer.alloc(50));
  await cut.write(Buffer.alloc(1));

  expect((await cut.end()).content).toBeUndefined();
  await whole.write(Buffer.alloc(50));
  expect((await whole.end()).content).toHaveLength(100);
});

test.each(["release", "abort"] as const)("a file holds its room until %s", async (ending) => {
  const account = new KeptBytes(() => 0, 100);
  const sink = memorySink(account.reserve());
  await sink.write(Buffer.alloc(100));
  const kept = await sink.end();
  const other = account.reserve();

  expect(other.take(1)).toBe(false);
  if (ending === "release") kept.release();
  else await sink.abort();
  expect(other.take(100)).toBe(true);
});

test("a file of very many small pieces is kept whole, and holds on to none of the chunks that brought them", async () => {
  const sink = memorySink(new KeptBytes(() => 0).reserve());
  const sent = Array.from({ length: 10_000 }, (_, at) => Buffer.alloc(1 + (at % 7), at % 251));
  const whole = Buffer.concat(sent);

  for (const piece of sent) {
    await sink.write(piece);
    piece.fill(255);
  }

  expect(whole.equals((await sink.end()).content ?? Buffer.alloc(0))).toBe(true);
});
