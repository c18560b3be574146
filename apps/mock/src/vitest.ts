import { randomUUID } from "node:crypto";
import { test as base, type TestAPI } from "vitest";
import type { OwnWorld } from "./program/own-world.ts";
import { type Mock, type MockOptions, startMock } from "./start-mock.ts";

/** What a test gets beside what vitest itself gives. */
export interface MockFixtures {
  /** The mock of the file; most tests need `mock` alone. */
  mockServer: Mock;
  /** A world of the mock that is this test's alone: with the state of the start, and nothing scripted. */
  mock: OwnWorld;
}

/**
 * A `test` whose `mock` is a world of its own for each test. One mock serves all tests of a file, on a free port; it starts
 * with the first test that uses it. To be called at the top of a file, not in a `describe`.
 *
 * @param options as for `startMock`; the port may be left out.
 */
export function mockTest(options: Partial<MockOptions> = {}): TestAPI<MockFixtures> {
  return base.extend<MockFixtures>({
    mockServer: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs.
      async ({}, use) => {
        const started = await startMock({ port: 0, ...options });
        await use(started);
        await started.close();
      },
      { scope: "file" },
    ],
    mock: async ({ mockServer }, use) => {
      const world = await mockServer.world(`test-${randomUUID()}`);
      await use(world);
      world.end();
    },
  });
}

/** A `test` with a stateful mock that starts with what the documents show. */
export const test: TestAPI<MockFixtures> = mockTest({ stateful: true });
