import { afterAll, beforeAll } from "vitest";
import { type MockOptions, startMock } from "../../src/index.ts";
import { type Received, type Sent, send } from "./send.ts";

/** One mock for the tests of a file, on a free port. */
export function useMock(options: Partial<MockOptions> = {}): {
  url: () => string;
  send: (sent: Sent) => Promise<Received>;
} {
  let mock: Awaited<ReturnType<typeof startMock>>;
  beforeAll(async () => {
    mock = await startMock({ port: 0, ...options });
  });
  afterAll(() => mock.close());
  return { url: () => mock.url, send: (sent) => send(mock.url, sent) };
}
