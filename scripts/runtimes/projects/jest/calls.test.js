const { readFileSync, writeFileSync } = require("node:fs");
const client = require("@image-apis/client");
const conversions = require("@image-apis/client/conversions");
const { fileFromPath } = require("@image-apis/client/node");
const validate = require("@image-apis/client/validate");
const { calls } = require("../../src/calls.cjs");

test("makes the calls", async () => {
  const { SERVER, IMAGE, RESULT } = process.env;
  const packages = { client, conversions, validate };
  const seen = await calls(packages, SERVER, readFileSync(IMAGE), await fileFromPath(IMAGE));
  writeFileSync(RESULT, JSON.stringify(seen));
});
