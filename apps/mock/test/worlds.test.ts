import { once } from "node:events";
import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { type MockOptions, startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { control, type Received, type Sent, send } from "./support/send.ts";

const info = "/api/v1/Person/123/ImageInfo";
const mock = useMock({ stateful: true });
const inWorld = (name: string, url = mock.url) => ({
  send: ({ headers, ...sent }: Sent): Promise<Received> =>
    send(url(), { ...sent, headers: { ...headers, "X-Mock-World": name } }),
});
const world = (name: string, url = mock.url) => {
  const { send: ask } = inWorld(name, url);
  return {
    send: ask,
    blob: async () => (await ask({ target: info, headers: basic })).json().BlobId as number,
    status: async () => (await ask({ target: info, headers: basic })).status,
    save: () => ask(saveImage(png)),
    get: async (path: string) => (await ask({ target: `/__mock/${path}` })).json(),
    change: (method: string, path: string, body?: string) =>
      ask({ method, target: `/__mock/${path}`, headers: control, ...(body && { body }) }),
  };
};
const names = async () =>
  (await mock.send({ target: "/__mock/worlds" })).json().map(({ name }: { name: string }) => name);

afterEach(async () => {
  await mock.send({ method: "DELETE", target: "/__mock/worlds", headers: control });
});

describe("a world", () => {
  test("has a state of its own", async () => {
    const [one, other] = [world("one"), world("other")];
    const start = await one.blob();
    await one.save();

    expect(await one.blob()).toBeGreaterThan(start);
    expect(await other.blob()).toBe(start);
    expect((await mock.send({ target: info, headers: basic })).json().BlobId).toBe(start);
  });

  test("has a journal of its own", async () => {
    const [one, other] = [world("one"), world("other")];
    await one.save();

    expect(
      (await one.get("requests")).map((it: { operationId: string }) => it.operationId),
    ).toEqual(["savePersonImage"]);
    expect(await other.get("requests")).toEqual([]);
  });

  test("has faults of its own, scripted or preferred", async () => {
    const [one, other] = [world("one"), world("other")];
    await one.change("POST", "faults", '{"operationId":"getPersonImageInfo","fault":503}');

    expect(await other.status()).toBe(200);
    expect(await one.status()).toBe(503);
    expect(await one.status()).toBe(200);
    await one.send({ target: info, headers: { ...basic, Prefer: "fault=503; times=2" } });
    expect(await other.status()).toBe(200);
    expect(await one.status()).toBe(503);
  });

  test("is reset alone", async () => {
    const [one, other] = [world("one"), world("other")];
    const start = await one.blob();
    await one.save();
    await other.save();
    await one.change("POST", "faults", '{"fault":503}');
    await one.change("POST", "reset");

    expect(await one.get("requests")).toEqual([]);
    expect(await one.blob()).toBe(start);
    expect(await other.blob()).toBeGreaterThan(start);
    expect(await other.get("requests")).toHaveLength(2);
  });

  test("begins with many requests at once as one", async () => {
    const statuses = await Promise.all(Array.from({ length: 10 }, () => world("crowd").save()));

    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await world("crowd").get("requests")).toHaveLength(10);
    expect(await names()).toEqual(["crowd"]);
  });

  test("can be ended, and begins again", async () => {
    const one = world("one");
    const start = await one.blob();
    await one.save();
    await world("other").save();
    await one.change("DELETE", "worlds");

    expect(await names()).toEqual(["other"]);
    expect(await one.blob()).toBe(start);
  });

  test("counts for the coverage of the whole mock", async () => {
    const calls = async () => {
      const { operations } = (await mock.send({ target: "/__mock/coverage" })).json();
      return operations.find(
        ({ operationId }: { operationId: string }) => operationId === "savePersonImage",
      ).calls;
    };
    const before = await calls();
    await world("one").save();

    expect(await calls()).toBe(before + 1);
  });

  test.each(["", "a b", "a/b", "ä", "x".repeat(101), "a, b"])(
    "cannot be called %j",
    async (name) => {
      const refused = await mock.send({
        target: info,
        headers: { ...basic, "X-Mock-World": Buffer.from(name).toString("latin1") },
      });

      expect([refused.status, refused.json().detail]).toEqual([
        400,
        expect.stringMatching(/The name of a world has 1 to 100 letters/),
      ]);
      const [last] = (await mock.send({ target: "/__mock/requests" })).json().slice(-1);
      expect(last.verdict).toBe("malformed");
    },
  );

  test("can be named by pages of other origins", async () => {
    const preflight = await mock.send({
      method: "OPTIONS",
      target: info,
      headers: {
        Origin: "http://localhost:5173",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization,x-mock-world",
      },
    });

    expect(preflight.headers["access-control-allow-headers"]).toContain("x-mock-world");
    const refused = await mock.send({
      target: info,
      headers: { ...basic, Origin: "http://localhost:5173", "X-Mock-World": "a b" },
    });
    expect(refused.headers["access-control-allow-origin"]).toBe("*");
  });

  test("opens no door to other pages", async () => {
    for (const path of ["requests", "state", "worlds"]) {
      const { status } = await world("one").send({
        target: `/__mock/${path}?world=one`,
        headers: { Origin: "http://evil.example" },
      });
      expect([path, status]).toEqual([path, 403]);
    }
    expect(await names()).toEqual([]);
  });
});

describe("a page that looks at a world", () => {
  const look = (path: string) => mock.send({ target: `/__mock/${path}` });

  test("sees what it has", async () => {
    await world("one").save();

    expect((await look("requests?world=one")).json()).toHaveLength(1);
    expect((await look("worlds")).json()).toEqual([
      { name: "one", bytes: expect.any(Number), unusedMilliseconds: expect.any(Number) },
    ]);
  });

  test("begins none", async () => {
    const { status } = await look("requests?world=none");

    expect(status).toBe(404);
    expect(await names()).toEqual([]);
  });

  test("is told of its requests and of other worlds, and when it has ended", async () => {
    await world("one").save();
    const stream = request(`${mock.url()}/__mock/events?world=one`, { agent: false }).end();
    const [response] = await once(stream, "response");
    let text = "";
    response.on("data", (chunk: Buffer) => {
      text += chunk;
    });
    await world("other").save();
    await world("one").save();
    const ended = once(response, "end");
    await world("one").change("DELETE", "worlds");
    await ended;

    const events = [...text.matchAll(/event: (\w+)\ndata: (.*)/g)].map(([, name, json = ""]) => [
      name,
      JSON.parse(json),
    ]);
    expect(events.map(([name]) => name)).toEqual(["worlds", "entry", "worlds"]);
    expect(events[0]?.[1].map(({ name }: { name: string }) => name)).toEqual(["one", "other"]);
  });
});

describe("worlds are bounded", () => {
  const use = async (options: Partial<MockOptions>, work: (url: string) => Promise<void>) => {
    const started = await startMock({ port: 0, stateful: true, ...options });
    await work(started.url).finally(() => started.close());
  };
  const listed = async (url: string): Promise<{ name: string; bytes: number }[]> =>
    (await send(url, { target: "/__mock/worlds" })).json();

  test("in number: the longest unused ends", async () => {
    await use({ worlds: { most: 3 } }, async (url) => {
      for (const name of ["a", "b", "c", "a", "d"]) await world(name, () => url).save();

      expect((await listed(url)).map(({ name }) => name)).toEqual(["c", "a", "d"]);
    });
  });

  test("in bytes: of images and of the journal", async () => {
    const bytes = 1024 * 1024;
    await use({ worlds: { bytes } }, async (url) => {
      const large = Buffer.concat([png, Buffer.alloc(400_000)]);
      for (const name of ["a", "b", "c", "d"]) {
        await inWorld(name, () => url).send(saveImage(large));
      }
      const kept = await listed(url);

      expect(kept.map(({ name }) => name)).toEqual(["c", "d"]);
      expect(kept.reduce((sum, it) => sum + it.bytes, 0)).toBeLessThan(bytes);
      const long = { target: `/${"x".repeat(10_000)}` };
      for (let count = 0; count < 100; count++) await inWorld("talker", () => url).send(long);
      expect((await listed(url)).at(-1)?.bytes).toBeLessThan(3 * bytes);
    });
  });

  test("a world in which a call is under way does not end", async () => {
    await use({ worlds: { most: 1 } }, async (url) => {
      const slow = inWorld("slow", () => url).send({
        target: info,
        headers: { ...basic, Prefer: "delay=1500" },
      });
      const refused = async () => (await world("other", () => url).save()).status;
      const statuses: number[] = [];
      while ((await listed(url)).length === 0);
      statuses.push(await refused());
      statuses.push((await slow).status, await refused());

      expect(statuses).toEqual([507, 200, 200]);
    });
  });

  test("in each: an image that has no room is 507, and the world goes on", async () => {
    await use({ worlds: { bytes: 200_000 } }, async (url) => {
      const one = inWorld("one", () => url);
      const refused = await one.send(saveImage(Buffer.concat([png, Buffer.alloc(600_000)])));

      expect(refused.status).toBe(507);
      expect((await world("one", () => url).save()).status).toBe(200);
    });
  });
});
