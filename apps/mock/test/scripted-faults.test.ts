import { afterEach, describe, expect, test } from "vitest";
import { type Mock, type MockOptions, startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { control, type Sent, send } from "./support/send.ts";

const info = "/api/v1/Person/123/ImageInfo";
const mock = useMock({ stateful: true });
const faults = (sent: Partial<Sent>) =>
  mock.send({ target: "/__mock/faults", ...sent, headers: control });
const script = (fault: unknown) => faults({ method: "POST", body: JSON.stringify(fault) });
const read = async (headers: Sent["headers"] = {}) =>
  (await mock.send({ target: info, headers: { ...basic, ...headers } })).status;
const inOrder = async (count: number, headers: Sent["headers"] = {}) => {
  const statuses: number[] = [];
  for (let call = 0; call < count; call++) statuses.push(await read(headers));
  return statuses;
};

afterEach(() => faults({ method: "DELETE" }));

describe("Prefer: fault=503; times=2", () => {
  const prefer = { Prefer: "fault=503; times=2" };

  test("on every attempt: two attempts fail, the third goes on, and so again", async () => {
    expect(await inOrder(6, prefer)).toEqual([503, 503, 200, 503, 503, 200]);
  });

  test("on the first attempt alone: it and the next fail", async () => {
    expect(await inOrder(1, prefer)).toEqual([503]);
    expect(await inOrder(3)).toEqual([503, 200, 200]);
  });

  test("concerns calls of that operation alone", async () => {
    await read(prefer);

    expect((await mock.send(saveImage(png))).status).toBe(200);
    expect(await read()).toBe(503);
  });

  test.each([
    ["fault=503; times=0", /whole number of calls from 1 to 1000/],
    ["fault=503; times=1.5", /whole number of calls/],
    ["fault=503; times=1001", /from 1 to 1000/],
    ["fault=503; times=", /whole number of calls/],
    ["times=2", /times=2 without a fault/],
  ])("%s is 400 and says what would do", async (wrong, detail) => {
    const received = await mock.send({ target: info, headers: { ...basic, Prefer: wrong } });

    expect([received.status, received.json().detail]).toEqual([400, expect.stringMatching(detail)]);
  });
});

describe("POST /__mock/faults", () => {
  test("lets the next calls of an operation fail, and then it goes on", async () => {
    const told = await script({ operationId: "getPersonImageInfo", fault: 503, times: 2 });

    expect(told.status).toBe(204);
    expect(await inOrder(3)).toEqual([503, 503, 200]);
  });

  test("one after the other, and what is left can be read and forgotten", async () => {
    await script({ operationId: "getPersonImageInfo", api: "superoffice", fault: "500" });
    await script({ fault: 429 });
    await script({ operationId: "savePersonImage", fault: "reset", times: 3 });

    expect(await inOrder(3)).toEqual([500, 429, 200]);
    await expect(mock.send(saveImage(png))).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await faults({})).json()).toEqual([
      { operationId: "savePersonImage", fault: "reset", times: 2 },
    ]);
    await faults({ method: "DELETE" });
    expect((await mock.send(saveImage(png))).status).toBe(200);
  });

  test("a reset forgets it", async () => {
    await script({ operationId: "getPersonImageInfo", fault: 503 });
    await mock.send({ method: "POST", target: "/__mock/reset", headers: control });

    expect(await read()).toBe(200);
  });

  test("a call that names its own fault uses nothing up", async () => {
    await script({ operationId: "getPersonImageInfo", fault: 503 });

    expect(await read({ Prefer: "fault=429" })).toBe(429);
    expect(await inOrder(2)).toEqual([503, 200]);
  });

  test("the journal says why", async () => {
    await script({ operationId: "getPersonImageInfo", fault: 502 });
    await read();

    const [entry] = (await mock.send({ target: "/__mock/requests" })).json().slice(-1);
    expect(entry.why).toMatch(/^Status 502: the next calls were told to fail/);
  });

  test.each([
    ["{", /The body is not JSON/],
    ["", /is a JSON object, for example \{"operationId"/],
    ["[]", /is a JSON object/],
    ['{"fault":200}', /The fault is 200\. A fault is reset, truncate, stall/],
    ["{}", /A fault is/],
    ['{"fault":503,"times":0}', /times is 0\. It is a whole number of calls from 1 to 1000/],
    ['{"fault":503,"times":"2"}', /times is "2"/],
    ['{"fault":503,"count":2}', /has no count\. It has operationId, api, fault, times/],
    [
      '{"fault":503,"operationId":"save"}',
      /There is no operation "save"\. There are .*savePersonImage/,
    ],
    ['{"fault":503,"api":"acme"}', /There is no API "acme"\. There are capillary, superoffice/],
    [
      '{"fault":503,"api":"capillary","operationId":"savePersonImage"}',
      /There is no operation "savePersonImage"/,
    ],
  ])("%s is 400 and says what would do", async (body, detail) => {
    const received = await faults({ method: "POST", body });

    expect([received.status, received.json().detail]).toEqual([400, expect.stringMatching(detail)]);
    expect((await faults({})).json()).toEqual([]);
  });

  test("more than 1000 that wait are 507", async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 1000; count++) {
      statuses.add((await script({ operationId: "getCustomer", fault: 503 })).status);
    }

    expect([...statuses]).toEqual([204]);
    expect((await script({ operationId: "getCustomer", fault: 503 })).status).toBe(507);
  });
});

describe("with a random seed", () => {
  const open: Mock[] = [];
  afterEach(async () => {
    for (const it of open.splice(0)) await it.close();
  });
  /** What two starts with these options do. */
  async function twice<Result>(
    options: Partial<MockOptions>,
    use: (url: string) => Promise<Result>,
  ) {
    const results: Result[] = [];
    for (let start = 0; start < 2; start++) {
      const started = await startMock({ port: 0, ...options });
      open.push(started);
      results.push(await use(started.url));
    }
    return results;
  }
  const statuses = async (url: string) => {
    const found: number[] = [];
    for (let call = 0; call < 40; call++) {
      found.push((await send(url, { target: info, headers: basic })).status);
    }
    return found;
  };
  const madeUp = async (url: string) => {
    const texts: string[] = [];
    for (let call = 0; call < 3; call++) {
      const headers = { ...basic, Prefer: "dynamic=true" };
      texts.push((await send(url, { target: info, headers })).body.toString());
    }
    return texts;
  };

  test("the same calls fail at every start, and others with another seed", async () => {
    const [first, second] = await twice({ failRate: 0.5, randomSeed: "7" }, statuses);
    const [other] = await twice({ failRate: 0.5, randomSeed: "8" }, statuses);

    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test("dynamic makes the same up at every start, and something else at every call", async () => {
    const [first, second] = await twice({ randomSeed: "7" }, madeUp);

    expect(second).toEqual(first);
    expect(new Set(first).size).toBe(3);
  });

  test("a mock without one stays random beside one with", async () => {
    const [first] = await twice({ randomSeed: "7" }, madeUp);
    const [one, other] = await twice({}, madeUp);

    expect(new Set([...(first ?? []), ...(one ?? []), ...(other ?? [])]).size).toBe(9);
  });

  test("what a stateful mock stores has the same ids, and a reset begins again", async () => {
    const state = async (url: string) => {
      await send(url, { method: "POST", target: "/__mock/reset", headers: control });
      const { customers } = (await send(url, { target: "/__mock/state" })).json();
      return customers.flatMap(({ images }: { images: { fileHandle: string }[] }) =>
        images.map(({ fileHandle }) => fileHandle),
      );
    };
    const [first, second] = await twice({ stateful: true, randomSeed: "7" }, async (url) => [
      await state(url),
      await state(url),
    ]);

    expect(first?.[0].length).toBeGreaterThan(0);
    expect(first?.[1]).toEqual(first?.[0]);
    expect(second).toEqual(first);
  });
});
