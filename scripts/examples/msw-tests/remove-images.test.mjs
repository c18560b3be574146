import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { createCapillaryClient } from "@image-apis/client/capillary";
import { documentedHandlers, failWith } from "@image-apis/client/msw";
import { setupServer } from "msw/node";
import { removeImages } from "./remove-images.mjs";

// Every documented operation answers its documented success; nothing reaches a network.
const server = setupServer(...documentedHandlers());
before(() => server.listen());
afterEach(() => server.resetHandlers());
after(() => server.close());

const capillary = createCapillaryClient();

test("images are removed", async () => {
  assert.equal(await removeImages(capillary, 565039505, [0]), "Removed.");
});

test("a missing image is not an error", async () => {
  server.use(failWith("deleteCustomerImage", 8078));
  assert.equal(await removeImages(capillary, 565039505, [4]), "There is no such image.");
});
