#!/usr/bin/env node
/** `image-apis-mock`; an older Node is told so before it meets what it cannot run. */
import { readFileSync } from "node:fs";
// Not by name: an older Node has no enableCompileCache, and would end here before it is told.
import module from "node:module";
import { setFlagsFromString } from "node:v8";
import { oldNode } from "./node-version.ts";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const complaint = oldNode(process.versions.node, manifest.engines.node);
if (complaint === undefined) {
  // Uploads make much garbage, none of which lives: cleared away while it is little, it costs 40 MB less.
  setFlagsFromString("--semi-space-growth-factor=1");
  // Most of a start is loading modules; from the second start on they come compiled.
  module.enableCompileCache();
  await import("./serve.ts");
} else {
  console.error(complaint);
  process.exitCode = 1;
}
