import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import {
  apiNames,
  type Exchange,
  encodeRequest,
  fixture,
  loadCoverage,
  loadDocument,
  loadExchanges,
  operations,
  responseExamples,
  wireRequest,
} from "@image-apis/spec";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stockPrism } from "../scripts/stock-prism.ts";
import { type Received, send } from "./support/send.ts";

/** The documents stay usable with the unchanged `prism` command. What it cannot serve stands in `coverage.yaml`. */
describe.each(apiNames())("the unchanged prism command serves %s", (api) => {
  const document = loadDocument(api);
  const exchanges = loadExchanges(api);
  let prism: ChildProcess;
  let url: string;

  beforeAll(async () => {
    prism = stockPrism(api, 0, ["ignore", "pipe", "ignore"]);
    url = await listening(prism);
  });
  afterAll(async () => {
    prism.kill();
    await once(prism, "exit");
  });

  test.each(exchanges.map((exchange) => [exchange.id, reason(exchange), exchange] as const))(
    "%s",
    async (_, unservedBecause, exchange) => {
      const operation = operations(document).find((it) => it.operationId === exchange.operationId);
      if (operation === undefined) throw new Error(`There is no ${exchange.operationId}.`);
      const sent = await encodeRequest(wireRequest(document, operation, exchange));
      const { status, mediaType, example } = exchange.response;
      const documented = responseExamples(operation).find(
        (it) => it.status === status && it.mediaType === mediaType && it.key === example,
      );

      const received = await send(url, sent);

      const isServed =
        received.status === status && holds(received, exchange, documented?.example.value);
      expect(isServed, unservedBecause ?? "not served, and coverage.yaml has no reason").toBe(
        unservedBecause === undefined,
      );
    },
  );
});

test.each(apiNames())("the list of what it cannot serve of %s names only what exists", (api) => {
  const known = loadExchanges(api).map(({ operationId, name }) => `${operationId}/${name}`);
  const listed = loadCoverage(api).stockPrism.flatMap(({ exchanges }) => exchanges);
  expect(listed.filter((it) => !known.includes(it))).toEqual([]);
});

function reason({ api, operationId, name }: Exchange): string | undefined {
  const { stockPrism } = loadCoverage(api);
  return stockPrism.find(({ exchanges }) => exchanges.includes(`${operationId}/${name}`))?.reason;
}

function holds({ body }: Received, { response }: Exchange, documented: unknown): boolean {
  if (response.fixture !== undefined) return body.equals(fixture(response.fixture).bytes);
  const text = body.toString("utf8");
  if (documented === undefined) return text === "";
  if (response.mediaType?.endsWith("xml")) return text === `<int>${documented}</int>`;
  return isDeepStrictEqual(JSON.parse(text), documented);
}

/** The address that the command prints; what it prints later is read and dropped, so that it never waits. */
function listening({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    stdout?.on("data", (chunk) => {
      printed = (printed + chunk).slice(-2000);
      const address = /listening on (http:\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
    stdout?.on("end", () => reject(new Error(`prism ended: ${printed}`)));
  });
}
