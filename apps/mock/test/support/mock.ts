import { afterAll, beforeAll } from "vitest";
import { startMock } from "../../src/index.ts";
import { type Received, type Sent, send } from "./send.ts";

/** One mock for the tests of a file, on a free port. */
export function useMock(): { url: () => string; send: (sent: Sent) => Promise<Received> } {
  let mock: Awaited<ReturnType<typeof startMock>>;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
  });
  afterAll(() => mock.close());
  return { url: () => mock.url, send: (sent) => send(mock.url, sent) };
}
