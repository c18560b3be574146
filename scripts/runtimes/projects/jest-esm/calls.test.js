import { readFileSync, writeFileSync } from "node:fs";
import * as client from "@image-apis/client";
import * as conversions from "@image-apis/client/conversions";
import { fileFromPath } from "@image-apis/client/node";
import * as validate from "@image-apis/client/validate";
import runtimes from "../../src/calls.cjs";

test("makes the calls", async () => {
  const { SERVER, IMAGE, RESULT } = process.env;
  const packages = { client, conversions, validate };
  const bytes = readFileSync(IMAGE);
  const seen = await runtimes.calls(packages, SERVER, bytes, await fileFromPath(IMAGE));
  writeFileSync(RESULT, JSON.stringify(seen));
});
