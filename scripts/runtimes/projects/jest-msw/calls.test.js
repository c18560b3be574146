const { readFileSync, writeFileSync } = require("node:fs");
const client = require("@image-apis/client");
const { createCapillaryClient } = require("@image-apis/client/capillary");
const conversions = require("@image-apis/client/conversions");
const { documentedHandlers, failWith } = require("@image-apis/client/msw");
const { fileFromPath } = require("@image-apis/client/node");
const validate = require("@image-apis/client/validate");
const { setupServer } = require("msw/node");
const { calls } = require("../../src/calls.cjs");

test("makes the calls", async () => {
  const { SERVER, IMAGE, RESULT } = process.env;
  const packages = { client, conversions, validate };
  const seen = await calls(packages, SERVER, readFileSync(IMAGE), await fileFromPath(IMAGE));
  writeFileSync(RESULT, JSON.stringify(seen));
});

test("gets its responses from /msw", async () => {
  const server = setupServer(...documentedHandlers());
  server.listen({ onUnhandledFrame: "error" });
  try {
    const capillary = createCapillaryClient();
    const files = [await fileFromPath(process.env.IMAGE)];
    const added = await capillary.addCustomerImage({ customerId: 1, files });
    expect(added.data.length).toBeGreaterThan(0);
    server.use(failWith("deleteCustomerImage", 8078, { once: true }));
    const refused = capillary.deleteCustomerImage({ customerId: 1, imageIds: [4] });
    await expect(refused).rejects.toMatchObject({ name: "VendorError", code: 8078 });
  } finally {
    server.close();
  }
});
