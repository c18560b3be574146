import { expect, test } from "vitest";
import { Worlds } from "../src/worlds/worlds.ts";

/** Worlds of which each is its own number, at times that a test sets. */
function worldsAt(limits = { idle: 1000 }) {
  let now = 0;
  let begun = 0;
  const ended: number[] = [];
  const worlds = new Worlds<number>({
    begin: async () => ++begun,
    bytes: () => 1,
    end: (world) => void ended.push(world),
    limits,
    now: () => now,
  });
  return {
    worlds,
    ended,
    at(time: number) {
      now = time;
    },
    async use(name: string) {
      const { world, done } = await worlds.use(name);
      done();
      return world;
    },
  };
}

test("a world that is used again in time goes on", async () => {
  const { use, at } = worldsAt();
  await use("a");
  at(1000);
  await use("a");
  at(2000);

  expect(await use("a")).toBe(1);
});

test("a world that is not used in time ends: its next request begins another", async () => {
  const { use, at, ended } = worldsAt();
  await use("a");
  at(1001);

  expect(await use("a")).toBe(2);
  expect(ended).toEqual([1]);
});

test("one that begins ends those that were not used in time", async () => {
  const { use, at, worlds } = worldsAt();
  await use("a");
  await use("b");
  at(1001);
  await use("c");

  expect(worlds.lines.map(({ name }) => name)).toEqual(["c"]);
  expect(worlds.bytes).toBe(1);
});

test("to look at one does not keep it", async () => {
  const { use, at, worlds } = worldsAt();
  await use("a");
  at(900);
  expect(worlds.find("a")).toBe(1);
  at(1001);

  expect(await use("a")).toBe(2);
});

test("one in which a call is under way is in use", async () => {
  const { worlds, at, use } = worldsAt();
  const { done } = await worlds.use("a");
  at(5000);
  expect(await use("a")).toBe(1);
  done();
  at(6001);

  expect(await use("a")).toBe(2);
});

test("one that cannot begin is nobody's, and can begin later", async () => {
  let isReady = false;
  const worlds = new Worlds<string>({
    async begin(name) {
      if (isReady) return name;
      throw new Error("The seed cannot be read.");
    },
    bytes: () => 1,
    end: () => {},
  });

  await expect(worlds.use("a")).rejects.toThrow(/seed/);
  isReady = true;
  expect((await worlds.use("a")).world).toBe("a");
});

test("worlds that nobody uses any more end by themselves", async () => {
  const ended = new Promise<string>((end) => {
    const worlds = new Worlds<string>({
      begin: async (name) => name,
      bytes: () => 1,
      end,
      limits: { idle: 1 },
    });
    void worlds.use("a").then(({ done }) => done());
  });

  expect(await ended).toBe("a");
});
