import { readFileSync, writeFileSync } from "node:fs";
import * as client from "@image-apis/client";
import { createCapillaryClient } from "@image-apis/client/capillary";
import * as conversions from "@image-apis/client/conversions";
import { documentedHandlers } from "@image-apis/client/msw";
import { fileFromPath } from "@image-apis/client/node";
import * as validate from "@image-apis/client/validate";
import { setupServer } from "msw/node";
import { expect, test } from "vitest";
import runtimes from "../../src/calls.cjs";

test("makes the calls", async () => {
  const { SERVER, IMAGE, RESULT } = process.env;
  const packages = { client, conversions, validate };
  const bytes = readFileSync(IMAGE);
  const seen = await runtimes.calls(packages, SERVER, bytes, await fileFromPath(IMAGE));
  writeFileSync(RESULT, JSON.stringify(seen));
});

test("gets its responses from /msw", async () => {
  const server = setupServer(...documentedHandlers());
  server.listen({ onUnhandledFrame: "error" });
  try {
    const capillary = createCapillaryClient();
    const bytes = readFileSync(process.env.IMAGE);
    const files = [new File([bytes], "front.png", { type: "image/png" })];
    const added = await capillary.addCustomerImage({ customerId: 1, files });
    expect(added.data.length).toBeGreaterThan(0);
  } finally {
    server.close();
  }
});
