import { LimitError } from "@image-apis/client";
import { loadContracts, operationFinder } from "@image-apis/conformance";
import { type Exchange, type Operation, responseExamples } from "@image-apis/spec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultOf } from "../src/client/call-result.ts";
import { callOf } from "../src/client/calls.ts";
import { type CaptureServer, captureServer } from "../src/client/capture-server.ts";
import { demoSecrets } from "../src/client/secrets.ts";
import { sentBy } from "../src/client/sent.ts";

/** The conditions a client can see in its own request; the others only a server knows. */
const visible = new Set([
  "image-too-small",
  "too-many-images",
  "no-image",
  "not-an-image",
  "missing-image",
]);

/** The documented refusals that need not leave the machine, with the code the vendor would answer. */
const refused = loadContracts().flatMap((contract) => {
  const operationOf = operationFinder(contract);
  return contract.exchanges.flatMap((exchange) => {
    const operation = operationOf(exchange);
    const documented = exampleOf(operation, exchange);
    const isEmptyList =
      documented?.when.includes("no-image-selected") &&
      Object.keys(exchange.request.query).length === 0;
    if (!isEmptyList && !documented?.when.some((name) => visible.has(name))) return [];
    const code = documented?.example["x-error-code"];
    return [{ id: exchange.id, contract, operation, exchange, code }];
  });
});

function exampleOf(operation: Operation, { response }: Exchange) {
  return responseExamples(operation).find(
    ({ status, key }) => status === response.status && key === response.example,
  );
}

describe("with its limits enforced, the client refuses before anything is sent, with the vendor's code", () => {
  let server: CaptureServer;
  beforeAll(async () => {
    server = await captureServer();
  });
  afterAll(() => server?.close());

  it.each(refused)("$id", async ({ contract, operation, exchange, code }) => {
    server.prepare({ status: 500, mediaType: undefined, body: { kind: "none" } });
    const setting = {
      baseUrl: server.url,
      secrets: demoSecrets(contract.document, exchange.request.security),
      limits: "enforce",
    } as const;
    const call = callOf(contract.api, operation.operationId);
    const result = await resultOf(call(setting, sentBy(operation, exchange)));
    expect(result).toEqual({ thrown: expect.any(LimitError) });
    expect("thrown" in result && (result.thrown as LimitError).code).toBe(code);
    expect(server.captured()).toEqual([]);
  });

  it("and there is such a refusal for every code a client can foresee", () => {
    expect(new Set(refused.map(({ code }) => code))).toEqual(
      new Set([8078, 8082, 8083, 8084, undefined]),
    );
  });
});
