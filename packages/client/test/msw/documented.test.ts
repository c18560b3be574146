import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerWith, documentedHandlers, failWith, type OperationId } from "../../src/msw/index.ts";
import { documentedCalls } from "../documented-call.ts";

const server = setupServer(...documentedHandlers());
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const calls = await documentedCalls();
const examples = calls.flatMap(({ id, operation, call }) =>
  operation.responses.flatMap(({ status, contents }) =>
    contents
      .filter(({ mediaType }) => mediaType === "application/json")
      .flatMap(({ examples }) =>
        examples.map((it) => ({ id, ...it, status: Number(status), call })),
      ),
  ),
);

describe("each documented example, by its key, reaches the client", () => {
  test.each(examples)("$id $key", async ({ id, key, status, value, call }) => {
    server.use(answerWith(id as OperationId, key as never));
    if (status < 300) await expect(call()).resolves.toEqual(value);
    else await expect(call()).rejects.toMatchObject({ status, body: value });
  });
});

test.each(calls)("$id succeeds with the handlers as they come", async ({ operation, call }) => {
  const answer = await call();
  const { kind } = operation.success;
  if (kind === "bytes") {
    const bytes = await (answer as Blob).bytes();
    expect(answer).toHaveProperty("type", "image/png");
    expect([...bytes.slice(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  } else if (kind === "none") expect(answer).toBeUndefined();
  else {
    const successes = operation.responses.filter(({ isSuccess }) => isSuccess);
    const values = successes.flatMap((it) => it.contents.flatMap(({ examples }) => examples));
    expect(values.map(({ value }) => value)).toContainEqual(answer);
  }
});

const codes = calls.flatMap(({ id, operation, call }) =>
  operation.codes.map(({ code }) => ({ id, code, call })),
);

test.each(codes)("$id fails with the vendor's code $code", async ({ id, code, call }) => {
  server.use(failWith(id as OperationId, code as never));
  await expect(call()).rejects.toMatchObject({ code });
});
