#!/usr/bin/env node
/** `image-apis-mock`; an older Node is told so before it meets what it cannot run. */
import { readFileSync } from "node:fs";
import { leanProcess } from "./command/lean-process.ts";
import { oldNode } from "./command/node-version.ts";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const complaint = oldNode(process.versions.node, manifest.engines.node);
if (complaint === undefined) {
  leanProcess();
  await import("./command/serve.ts");
} else {
  console.error(complaint);
  process.exitCode = 1;
}
