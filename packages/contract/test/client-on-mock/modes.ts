import { type Mock, type MockOptions, startMock } from "@image-apis/mock";
import { mockTest } from "@image-apis/mock/vitest";
import { fixture } from "@image-apis/spec";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** How the mock answers: with the documented examples, or from what it remembers; with a `test` that has a world of it. */
export const modes = [
  { mode: "as documented", stateful: false, test: mockTest({ stateful: false }) },
  { mode: "stateful", stateful: true, test: mockTest({ stateful: true }) },
] as const;

/** A mock for the tests of a block; one that remembers starts again before each of them. */
export function useMock(options: Omit<MockOptions, "port">): { url(): string } {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ port: 0, ...options });
  });
  beforeEach(async () => {
    if (options.stateful)
      await fetch(`${mock.url}/__mock/reset`, {
        method: "POST",
        headers: { "X-Mock-Control": "1" },
      });
  });
  afterAll(() => mock.close());
  return { url: () => mock.url };
}

/** A fixture as a browser or `fileFromPath` gives it. */
export function file(name: string, bytes: Uint8Array = fixture(name).bytes): File {
  return new File([new Uint8Array(bytes)], name, { type: fixture(name).mediaType });
}
