import { expect, test } from "vitest";
import { type Body, startReference } from "./support/reference.ts";

const body = (secret: string): Body => ({
  kind: "json",
  media: "application/json",
  value: { key: "demo-key", secret },
});

test("everybody gets the documented token where nobody issues others", async () => {
  const { call } = await startReference();

  expect(await call("generateToken", { body: body("demo-secret") })).toMatchObject({
    status: 200,
    body: { data: { accessToken: "EXAMPLE-ACCESS-TOKEN", ttlSeconds: 300 }, errors: null },
  });
});

test("a server's own tokens go to those whose secret is right", async () => {
  const { call } = await startReference(undefined, {
    issueToken: async ({ secret }) =>
      secret === "right" ? { accessToken: "t", ttlSeconds: 60 } : undefined,
  });

  expect(await call("generateToken", { body: body("right") })).toMatchObject({
    status: 200,
    body: { data: { accessToken: "t", ttlSeconds: 60 }, errors: null },
  });
  expect(await call("generateToken", { body: body("wrong") })).toEqual({ status: 401 });
});
