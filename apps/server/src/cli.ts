#!/usr/bin/env node
/** `image-apis-server`; an older Node is told so before it meets what it cannot run. */
import { readFileSync } from "node:fs";
import { oldNode } from "./command/node-version.ts";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const complaint = oldNode(process.versions.node, manifest.engines.node);
if (complaint === undefined) {
  // What it writes is for the account that it runs under, and for no other.
  process.umask(0o077);
  const { runCommand } = await import("./command/command.ts");
  await runCommand(process.argv);
} else {
  console.error(complaint);
  process.exitCode = 1;
}
