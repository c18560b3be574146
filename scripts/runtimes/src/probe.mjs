/** Run by Node, Bun and Deno as they are: `probe.mjs <server> <image>`. It prints what the calls saw. */
import { readFile } from "node:fs/promises";
import { argv } from "node:process";
import * as client from "@image-apis/client";
import * as conversions from "@image-apis/client/conversions";
import { fileFromPath } from "@image-apis/client/node";
import * as validate from "@image-apis/client/validate";
import { calls } from "./calls.cjs";

const [baseUrl, path] = argv.slice(2);
const bytes = await readFile(path);
const seen = await calls(
  { client, conversions, validate },
  baseUrl,
  bytes,
  await fileFromPath(path),
);
console.log(JSON.stringify(seen));
