import { type Contract, loadContracts, operationFinder } from "@image-apis/conformance";
import { send } from "@image-apis/conformance/judging";
import { startMock } from "@image-apis/mock";
import { type Json, wireRequest } from "@image-apis/spec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Server } from "../src/faces/mock.ts";
import { isSameBody, samplePages, unlikeSamples, vendorSamples } from "./vendor-samples.ts";

const contracts = loadContracts();
const samples = contracts.flatMap((contract) =>
  vendorSamples(contract.api).map((sample) => ({ ...sample, contract })),
);

/** The requests that the sample of a page answers, by the page's own words or by our reading of them. */
function requestsOf({ exchanges }: Contract, page: string) {
  return exchanges.filter(
    ({ source, status, given, response }) =>
      source === page &&
      status !== "companion" &&
      given.length === 0 &&
      response.status === 200 &&
      response.mediaType === "application/json",
  );
}

it("every page of S0 to S3 prints one JSON body", () => {
  expect(samples.map(({ page }) => page).sort()).toEqual(samplePages);
});

it.each(contracts)("every body a page prints is an example of $api", ({ api, document }) => {
  expect(unlikeSamples(api, document)).toEqual([]);
});

describe("the mock answers with the page's body", () => {
  let mock: Server;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
  });
  afterAll(() => mock?.close());

  it.each(samples)("$page", async ({ page, value, contract }) => {
    const operationOf = operationFinder(contract);
    const requests = requestsOf(contract, page);
    expect(requests).not.toEqual([]);
    for (const exchange of requests) {
      const wire = wireRequest(contract.document, operationOf(exchange), exchange);
      const { bytes } = await send(mock.url, wire);
      const body = JSON.parse(new TextDecoder().decode(bytes)) as Json;
      expect(isSameBody(body, value), exchange.id).toBe(true);
    }
  });
});

it("a body counts as another as soon as one value differs", () => {
  const url = "https://a.example/b?X-Amz-Signature=";
  expect(isSameBody({ url: `${url}EXAMPLE` }, { url: `${url}REDACTED` })).toBe(true);
  expect(isSameBody({ url: `${url}EXAMPLE`, n: 1 }, { url: `${url}REDACTED`, n: "1" })).toBe(false);
});
