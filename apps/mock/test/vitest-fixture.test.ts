import { describe, expect, test as plain } from "vitest";
import { mockTest, test } from "../src/vitest.ts";
import { basic } from "./support/requests.ts";

const image = "/api/v1/Person/123/Image";
const names: string[] = [];

describe("each test has a world of its own", () => {
  for (const turn of ["one", "another", "a third"]) {
    test(`${turn} deletes the same image and finds its request alone`, async ({ mock }) => {
      names.push(mock.headers["X-Mock-World"] ?? "");
      const removed = await mock.fetch(mock.url + image, { method: "DELETE", headers: basic });

      expect(removed.status).toBe(204);
      expect(mock.requests()).toHaveLength(1);
      mock.failNext({ fault: 503 });
    });
  }

  test("and it ends with it", async ({ mock, mockServer }) => {
    const worlds = await (await fetch(`${mockServer.url}/__mock/worlds`)).json();

    expect(new Set(names).size).toBe(3);
    expect(worlds).toEqual([expect.objectContaining({ name: mock.headers["X-Mock-World"] })]);
  });
});

describe.concurrent("side by side", () => {
  for (const turn of ["one", "another"]) {
    test(`${turn} has its own faults`, async ({ mock }) => {
      mock.failNext({ operationId: "getPersonImage", fault: 503 });
      const get = async () => (await mock.fetch(mock.url + image, { headers: basic })).status;

      expect([await get(), await get()]).toEqual([503, 200]);
    });
  }
});

const seeded = mockTest({ seed: { persons: [{ id: 5 }] } });

describe("with options", () => {
  seeded("the mock starts with them", async ({ mock }) => {
    expect((await mock.state()).persons).toEqual([{ id: 5, image: null }]);
  });
});

plain("a test that asks for no mock starts none", () => {
  expect(names).not.toContain("");
});
