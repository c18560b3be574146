import type { ConformanceOptions, ConformanceReport } from "@image-apis/conformance";
import { checkConformance, loadContracts } from "@image-apis/conformance";
import { startMock } from "@image-apis/mock";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Server } from "../../src/faces/mock.ts";
import { inFrontOf, type Wrongs } from "../in-front-of.ts";

/** One mock for the tests of a file. */
export function useMock(stateful: boolean): () => Server {
  let mock: Server;
  beforeAll(async () => {
    mock = await startMock({ port: 0, stateful });
  });
  beforeEach(async () => {
    if (stateful)
      await fetch(`${mock.url}/__mock/reset`, {
        method: "POST",
        headers: { "X-Mock-Control": "1" },
      });
  });
  afterAll(() => mock?.close());
  return () => mock;
}

/** Checks a server; everything is sent unless the options say otherwise. */
export async function checked(
  target: string,
  api: string,
  options: Partial<ConformanceOptions> = {},
): Promise<ConformanceReport> {
  const contract = loadContracts().find((it) => it.api === api);
  if (contract === undefined) throw new Error(`There is no API ${api}.`);
  return checkConformance(contract, {
    target,
    api,
    allowWrites: true,
    environment: {},
    ...options,
  });
}

/** Checks a server that gets something wrong. */
export async function checkedWrong(
  mock: Server,
  wrongs: Wrongs,
  api: string,
  options: Partial<ConformanceOptions> = {},
): Promise<ConformanceReport> {
  const server = await inFrontOf(mock, wrongs);
  try {
    return await checked(server.url, api, options);
  } finally {
    await server.close();
  }
}

/** What differs, a line each: the exchange or refusal, what, expected, received. */
export function findings({ operations }: ConformanceReport): string[] {
  return operations.flatMap(({ operationId, results }) =>
    results.flatMap(({ name, differences }) =>
      differences.map(
        ({ what, expected, received }) =>
          `${operationId}/${name}: ${what}: expected ${expected}; received ${received}`,
      ),
    ),
  );
}
