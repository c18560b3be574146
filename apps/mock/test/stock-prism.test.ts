import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import {
  apiNames,
  type Exchange,
  encodeRequest,
  fixture,
  loadDocument,
  loadExchanges,
  operations,
  responseExamples,
  wireRequest,
} from "@image-apis/spec";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stockPrism } from "../scripts/stock-prism.ts";
import { type Received, send } from "./support/send.ts";

// Prism starts slowly and reads forms byte by byte.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/**
 * The documents stay usable with the unchanged `prism` command. What it cannot serve, and why; by exchange, or by
 * name where every operation that has such an exchange is meant.
 */
const unserved: Record<string, string[]> = {
  "refuses a body of more than 10 MB": ["file-at-maximum"],
  "does not measure files": ["file-under-minimum"],
  "keeps only the last part of a name, so it does not count them": ["six-files"],
  "does not look at the bytes of a file": ["text-with-an-image-name"],
  "answers every faulty request with the first example of 400": ["no-image"],
  "knows no data: every id and every index exists": [
    "unknown-customer",
    "unknown-person",
    "index-nobody-has",
    "invalid-person-id",
    "getPersonImageInfo/no-image",
  ],
  "answers with the word `string` where the body is an image": [
    "getPersonImage/stored",
    "getPersonImage/scaled-png",
    "getPersonImage/localised-with-a-stand-in",
    "getPersonImage/after-a-save",
    "getPersonImage/no-image",
  ],
  "names the XML element `xml` and cannot write a number as text": [
    "answered-as-application-xml",
    "answered-as-text-json",
    "answered-as-text-xml",
  ],
  "knows no HTTP scheme but Basic, Bearer and Digest": ["with-a-ticket-online"],
};

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
      expect(isServed, unservedBecause ?? "not served, and `unserved` above has no reason").toBe(
        unservedBecause === undefined,
      );
    },
  );
});

test("the list of what it cannot serve names nothing that does not exist", () => {
  const all = apiNames().flatMap(loadExchanges);
  const unknown = Object.values(unserved)
    .flat()
    .filter((name) => !all.some((exchange) => isNamed(exchange, name)));

  expect(unknown).toEqual([]);
});

function reason(exchange: Exchange): string | undefined {
  const entries = Object.entries(unserved);
  // An operation's own exchange counts before a name that several operations have.
  const own = entries.find(([, names]) =>
    names.includes(`${exchange.operationId}/${exchange.name}`),
  );
  return (own ?? entries.find(([, names]) => names.includes(exchange.name)))?.[0];
}

function isNamed({ operationId, name }: Exchange, listed: string): boolean {
  return listed === name || listed === `${operationId}/${name}`;
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
